package dev.sightglass.client.queue.store.sqlite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * SQLite's write-ahead log, as described in sqlite.org/fileformat2.html#walformat. SQLite itself drops everything from the first frame
 * whose checksum is wrong, and says nothing: right after a crash, when the last transaction was not synced yet, and wrong when the disk has
 * damaged what was.
 */
final class WriteAheadLog {

    private static final int MAGIC = 0x377f0682;
    private static final int HEADER = 32;
    private static final int FRAME_HEADER = 24;

    private final Path file;

    WriteAheadLog(Path file) {
        this.file = file;
    }

    /** What is wrong with it, in words; empty when everything that was ever synced is there. */
    Optional<String> damage() {
        try {
            if (!Files.exists(file) || Files.size(file) < HEADER) {
                return Optional.empty();
            }
            try (var channel = FileChannel.open(file)) {
                return damage(channel);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot read " + file, failed);
        }
    }

    private static Optional<String> damage(FileChannel channel) throws IOException {
        var header = read(channel, 0, HEADER);
        int magic = header.getInt(0);
        var sum = new Checksum((magic & 1) == 1 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        int page = header.getInt(8);
        sum.add(header, 0, 24);
        if ((magic & ~1) != MAGIC || !sum.is(header.getInt(24), header.getInt(28)) || page < 512 || page > 65_536) {
            // a crash while the very first header was written leaves no frame behind it
            return channel.size() <= HEADER + FRAME_HEADER ? Optional.empty()
                : Optional.of("the write-ahead log has no valid header");
        }
        return new Frames(channel, page, header.getLong(16)).damage(sum);
    }

    private static ByteBuffer read(FileChannel channel, long place, int length) throws IOException {
        var buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining() && channel.read(buffer, place + buffer.position()) >= 0) {
            // until it is full or the file ends
        }
        return buffer;
    }

    /** A wrong frame matters when a later frame of the same round follows a commit: that commit was synced before the later frame was written. */
    private record Frames(FileChannel channel, int page, long salt) {

        Optional<String> damage(Checksum sum) throws IOException {
            long count = (channel.size() - HEADER) / (FRAME_HEADER + page);
            long wrong = firstWrong(sum, count);
            boolean committed = false;
            for (long number = wrong; number < count; number++) {
                var header = read(channel, place(number), FRAME_HEADER);
                if (number > wrong && header.getLong(8) != salt) {
                    break;
                }
                if (committed) {
                    return Optional.of("the write-ahead log is damaged in frame " + wrong + " of " + count
                        + ", before commits that were synced");
                }
                committed = header.getInt(4) != 0;
            }
            return Optional.empty();
        }

        private long firstWrong(Checksum sum, long count) throws IOException {
            for (long number = 0; number < count; number++) {
                var frame = read(channel, place(number), FRAME_HEADER + page);
                sum.add(frame, 0, 8);
                sum.add(frame, FRAME_HEADER, page);
                if (frame.getLong(8) != salt || !sum.is(frame.getInt(16), frame.getInt(20))) {
                    return number;
                }
            }
            return count;
        }

        private long place(long number) {
            return HEADER + number * (FRAME_HEADER + page);
        }
    }

    /** The running checksum over header and frames. */
    private static final class Checksum {

        private final ByteOrder order;
        private int first;
        private int second;

        Checksum(ByteOrder order) {
            this.order = order;
        }

        void add(ByteBuffer bytes, int from, int length) {
            var words = bytes.duplicate().order(order);
            for (int place = from; place < from + length; place += 8) {
                first += words.getInt(place) + second;
                second += words.getInt(place + 4) + first;
            }
        }

        boolean is(int expectedFirst, int expectedSecond) {
            return first == expectedFirst && second == expectedSecond;
        }
    }
}
