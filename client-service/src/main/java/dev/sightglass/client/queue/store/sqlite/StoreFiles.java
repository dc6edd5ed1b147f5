package dev.sightglass.client.queue.store.sqlite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;

/** The files of one database, and of those that were put aside. */
final class StoreFiles {

    private static final String NAME = "queue.db";
    private static final String ASIDE = NAME + ".damaged-";
    private static final DateTimeFormatter STAMP =
        DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final Path folder;

    StoreFiles(Path folder) {
        this.folder = folder;
    }

    Path database() {
        return folder.resolve(NAME);
    }

    Path log() {
        return folder.resolve(NAME + "-wal");
    }

    /** Says that a database was made here: without it, one that is gone would look like one that never was. */
    private Path mark() {
        return folder.resolve(NAME + ".made");
    }

    boolean isNew() {
        return isEmpty() && !Files.exists(mark()) && size(log()) == 0;
    }

    boolean isEmpty() {
        return size(database()) == 0;
    }

    void markMade() {
        try {
            if (!Files.exists(mark())) {
                Files.createFile(mark());
                syncFolder();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("sightglass.data-dir: cannot write " + mark(), failed);
        }
    }

    /** Returns where the database is now; whatever of its files is there went with it, so that it can still be opened. */
    Path putAside(Instant now) {
        var aside = folder.resolve(ASIDE + STAMP.format(now));
        try {
            for (var suffix : List.of("", "-wal")) {
                var from = folder.resolve(NAME + suffix);
                if (Files.exists(from)) {
                    Files.move(from, folder.resolve(aside.getFileName() + suffix), StandardCopyOption.ATOMIC_MOVE);
                }
            }
            Files.deleteIfExists(folder.resolve(NAME + "-shm"));
            syncFolder();
            return aside;
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot put the damaged " + database() + " aside as " + aside, failed);
        }
    }

    /** Those that were put aside and that nobody has taken away yet. */
    List<Path> aside() {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> isAside(file.getFileName().toString())).sorted().toList();
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot list " + folder, failed);
        }
    }

    private static boolean isAside(String name) {
        return name.startsWith(ASIDE) && name.indexOf('-', ASIDE.length()) < 0; // its log is a part of it
    }

    private void syncFolder() throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static long size(Path file) {
        try {
            return Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot read the size of " + file, failed);
        }
    }
}
