package dev.sightglass.demo;

import dev.sightglass.demo.workload.Expectation;
import dev.sightglass.demo.workload.Workload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/** Drops files as test stations do: written in place, one after the other. */
final class DropLoad implements Runnable {

    private final Workload workload;
    private final DropFolders folders;
    private final int reportsWanted;
    private final double filesPerSecond;
    private final AtomicReference<Dropped> dropped = new AtomicReference<>(new Dropped(0, 0, 0, 0));
    private volatile boolean stopped;
    private volatile boolean done;

    DropLoad(Workload workload, DropFolders folders, int reportsWanted, double filesPerSecond) {
        this.workload = workload;
        this.folders = folders;
        this.reportsWanted = reportsWanted;
        this.filesPerSecond = filesPerSecond;
    }

    /**
     * What was dropped so far.
     *
     * @param files all of them
     * @param reports that the good ones hold
     * @param broken files
     * @param copies of files dropped before
     */
    record Dropped(int files, int reports, int broken, int copies) {

        Dropped plus(Expectation expectation) {
            return switch (expectation) {
                case Expectation.Delivered(int more) -> new Dropped(files + 1, reports + more, broken, copies);
                case Expectation.Rejected _ -> new Dropped(files + 1, reports, broken + 1, copies);
                case Expectation.Duplicate _ -> new Dropped(files + 1, reports, broken, copies + 1);
            };
        }
    }

    @Override
    public void run() {
        long start = System.nanoTime();
        while (!stopped && (reportsWanted == 0 || dropped.get().reports < reportsWanted)) {
            drop();
            if (filesPerSecond > 0) {
                long due = start + (long) (dropped.get().files / filesPerSecond * 1e9);
                LockSupport.parkNanos(due - System.nanoTime());
            }
        }
        done = true;
    }

    private void drop() {
        var file = workload.next();
        try {
            Files.write(folders.folder(file.folderKey()).resolve(file.name()), file.bytes());
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot drop a file: " + failed.getMessage(), failed);
        }
        dropped.updateAndGet(before -> before.plus(file.expectation()));
    }

    Dropped dropped() {
        return dropped.get();
    }

    boolean isDone() {
        return done;
    }

    void stop() {
        stopped = true;
    }
}
