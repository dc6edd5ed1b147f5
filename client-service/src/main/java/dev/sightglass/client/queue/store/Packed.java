package dev.sightglass.client.queue.store;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import java.util.Optional;

/**
 * A body as it lies in the store: large ones compressed, because the disk is slower than the compression (docs/performance.md).
 *
 * @param compressed whether it is
 * @param bytes what lies in the store
 */
@SuppressWarnings("ArrayRecordComponent") // passed on, never compared
record Packed(boolean compressed, byte[] bytes) {

    /** Smaller ones fit on a page or two, and would win little. */
    private static final int LARGE = 8 * 1024;
    /** The fastest: on reports the others are hardly smaller. */
    private static final int LEVEL = 1;

    static Packed of(byte[] body) {
        if (body.length < LARGE) {
            return new Packed(false, body);
        }
        var smaller = Zstd.compress(body, LEVEL);
        return smaller.length < body.length ? new Packed(true, smaller) : new Packed(false, body);
    }

    /** Empty when it is damaged in such a way that it cannot be unpacked. */
    Optional<byte[]> unpacked(int size) {
        if (!compressed) {
            return Optional.of(bytes);
        }
        try {
            return Optional.of(Zstd.decompress(bytes, size));
        } catch (ZstdException damaged) {
            return Optional.empty();
        }
    }
}
