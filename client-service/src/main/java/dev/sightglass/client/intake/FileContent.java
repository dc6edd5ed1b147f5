package dev.sightglass.client.intake;

import dev.sightglass.client.convert.Content;
import dev.sightglass.client.convert.Sha256;
import dev.sightglass.converter.Source;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** The bytes of a file, if they are those of the state in which it was taken. */
final class FileContent implements Content {

    // The platform keeps a native buffer per thread as large as the largest single read.
    private static final int SLICE = 256 * 1024;
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration LATER = Duration.ofSeconds(30);

    private final Path file;
    private final FileState expected;
    private final long maxSize;

    FileContent(Path file, FileState expected, long maxSize) {
        this.file = file;
        this.expected = expected;
        this.maxSize = maxSize;
    }

    @Override
    public Loaded load() {
        try (var channel =
            Files.newByteChannel(file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS))) {
            if (channel.size() > maxSize) {
                return unfit(channel);
            }
            return expected.size() == channel.size() ? read(channel) : changed();
        } catch (NoSuchFileException gone) {
            return new Loaded.NotNow("it is gone", SOON);
        } catch (AccessDeniedException denied) {
            return new Loaded.NotNow(
                "it cannot be read: permission denied. Give the service's user the right to read it",
                LATER);
        } catch (IOException failed) {
            return new Loaded.NotNow("it cannot be read: " + failed, LATER);
        }
    }

    private Loaded read(SeekableByteChannel channel) throws IOException {
        var bytes = new byte[(int) expected.size()];
        var at = 0;
        while (at < bytes.length) {
            var count = channel.read(ByteBuffer.wrap(bytes, at, Math.min(SLICE, bytes.length - at)));
            if (count < 0) {
                return changed();
            }
            at += count;
        }
        if (channel.read(ByteBuffer.allocate(1)) >= 0 || !FileState.read(file).equals(expected)) {
            return changed();
        }
        return new Loaded.Whole(new Source(file.getFileName().toString(), bytes, modified()));
    }

    private Loaded unfit(SeekableByteChannel channel) throws IOException {
        var digest = Sha256.digest();
        var buffer = ByteBuffer.allocate(SLICE);
        var size = 0L;
        while (channel.read(buffer) >= 0) {
            size += buffer.position();
            digest.update(buffer.flip());
            buffer.clear();
        }
        return new Loaded.Unfit("it has " + size + " bytes, and sightglass.intake.max-file-size allows " + maxSize,
            size,
            Sha256.hex(digest.digest()));
    }

    private Instant modified() {
        return Instant.EPOCH.plus(expected.modifiedNanos(), TimeUnit.NANOSECONDS.toChronoUnit());
    }

    private static Loaded changed() {
        return new Loaded.NotNow("it changed while it was read", SOON);
    }
}
