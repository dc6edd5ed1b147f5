package dev.sightglass.durability.stage;

import dev.sightglass.demo.DropFolders;
import dev.sightglass.demo.workload.Expectation;
import dev.sightglass.demo.workload.Workload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Drops files as fast as the service takes them, and remembers what has to become of each. Without a service it stops when so many files
 * wait, so that a storm's length and not its load decides how much there is to deliver. Thread-safe.
 */
public final class Drops {

    /**
     * A file that was dropped.
     *
     * @param number in the workload
     * @param folderKey of the folder
     * @param name of the file
     * @param expectation what has to become of it
     */
    public record Dropped(long number, String folderKey, String name, Expectation expectation) {}

    private static final int LOOK_AFTER = 16;
    private static final int REST_MILLIS = 10;

    private final Workload workload;
    private final DropFolders folders;
    private final int ahead;
    private final List<Dropped> dropped = new ArrayList<>();
    private final Thread thread = new Thread(this::run, "drops");
    private long next;

    /**
     * Nothing is dropped yet.
     *
     * @param workload the files
     * @param folders where they go
     * @param ahead how many files wait at most
     */
    public Drops(Workload workload, DropFolders folders, int ahead) {
        this(workload, folders, ahead, 0);
    }

    /** The same from another file of the workload on, for several stages that share one. */
    public Drops(Workload workload, DropFolders folders, int ahead, long first) {
        this.next = first;
        this.workload = workload;
        this.folders = folders;
        this.ahead = ahead;
    }

    /** Begins to drop. */
    public Drops start() {
        thread.start();
        return this;
    }

    /** Ends dropping; the last file is whole. */
    public void stop() throws InterruptedException {
        thread.interrupt();
        thread.join();
    }

    private void run() {
        try {
            while (!Thread.interrupted()) {
                if (next % LOOK_AFTER == 0) {
                    awaitRoom();
                }
                drop();
            }
        } catch (InterruptedException _) {
            // by stop()
        }
    }

    private void awaitRoom() throws InterruptedException {
        while (waiting(folders) >= ahead) {
            Thread.sleep(REST_MILLIS);
        }
    }

    /** Drops the next file. */
    public Dropped drop() {
        var number = next++;
        var file = workload.file(number);
        try {
            Files.write(folders.folder(file.folderKey()).resolve(file.name()), file.bytes());
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot drop a file: " + failed.getMessage(), failed);
        }
        var entry = new Dropped(number, file.folderKey(), file.name(), file.expectation());
        synchronized (dropped) {
            dropped.add(entry);
        }
        return entry;
    }

    /** What was dropped so far: a copy. */
    public List<Dropped> dropped() {
        synchronized (dropped) {
            return List.copyOf(dropped);
        }
    }

    /** How many files lie in the folders. */
    public static int waiting(DropFolders folders) {
        return DropFolders.keys().stream().mapToInt(key -> files(folders.folder(key)).size()).sum();
    }

    /** The files of a folder that is there, and none of one that is not. */
    public static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var entries = Files.newDirectoryStream(folder, Files::isRegularFile)) {
            var found = new ArrayList<Path>();
            entries.forEach(found::add);
            return found;
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot list " + folder, failed);
        }
    }
}
