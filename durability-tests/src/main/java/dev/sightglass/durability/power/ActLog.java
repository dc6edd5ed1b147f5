package dev.sightglass.durability.power;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads what the shim has written, one act after the other. */
final class ActLog implements AutoCloseable {

    private static final int HEAD = 25;

    private final InputStream in;
    private long position;

    ActLog(Path log) throws IOException {
        this.in = new BufferedInputStream(Files.newInputStream(log), 1 << 16);
    }

    /** The next act; null at the end. A record that the end of the process has cut short is none. */
    @Nullable
    Act next() throws IOException {
        var head = in.readNBytes(HEAD);
        if (head.length < HEAD) {
            return null;
        }
        var fields = ByteBuffer.wrap(head).order(ByteOrder.nativeOrder());
        var kind = (char) fields.get();
        var inode = fields.getLong();
        var number = fields.getLong();
        var firstLength = fields.getInt();
        var secondLength = fields.getInt();
        try {
            var first = whole(firstLength);
            var second = whole(secondLength);
            position += HEAD + (long) firstLength + secondLength;
            return new Act(kind, inode, number, first, second, position);
        } catch (EOFException cutShort) {
            return null;
        }
    }

    private byte[] whole(int length) throws IOException {
        var bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return bytes;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
