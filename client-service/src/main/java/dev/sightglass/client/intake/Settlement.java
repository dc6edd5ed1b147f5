package dev.sightglass.client.intake;

import dev.sightglass.client.convert.Fate;
import dev.sightglass.client.fault.FaultPoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes files out of a drop folder once their fate is durable. Never overwrites, and never takes away content that was not read: a file that
 * has changed since stays, and is taken anew.
 */
final class Settlement {

    private static final Logger logger = LoggerFactory.getLogger(Settlement.class);

    private final FolderPlan plan;
    private final InstantSource clock;
    private final Placement placement;

    Settlement(FolderPlan plan, InstantSource clock) {
        this.plan = plan;
        this.clock = clock;
        this.placement = new Placement(clock);
    }

    /** The file's reports are safe. */
    void delivered(Taken taken) throws IOException {
        switch (plan.afterSuccess()) {
            case KEEP -> {
                return;
            }
            case MOVE -> move(taken);
            case ZIP -> zip(taken);
            case DELETE -> delete(taken);
        }
        FaultPoint.MOVED.pass();
        removeDoneFile(taken);
    }

    /** The file is wrong; its reason goes first, so that no file is ever in {@code Error} without one. */
    void refused(Taken taken, Fate.Refused fate) throws IOException {
        if (!isUnchanged(taken)) {
            return;
        }
        var placed = reserveWithReason(taken, fate);
        try {
            placement.moveOnto(taken.file(), placed);
        } catch (IOException failed) {
            Files.deleteIfExists(ReasonFile.beside(placed));
            throw failed;
        }
        FaultPoint.MOVED.pass();
        removeDoneFile(taken);
    }

    private Path reserveWithReason(Taken taken, Fate.Refused fate) throws IOException {
        var placed = placement.reserve(sameSubfolder(plan.error(), taken), taken.fileName(),
            UniqueNames.LONGEST - ReasonFile.ENDING.length(), taken.file());
        try {
            // A sheet whose file was taken away by hand is out of date.
            Files.deleteIfExists(ReasonFile.beside(placed));
            // Synced with the sheet's folder: else a loss of power leaves a name that says for nobody, and the file takes another.
            Placement.sync(placed);
            ReasonFile.write(placed, plan, taken, fate, clock.instant());
            FaultPoint.REASONED.pass();
            return placed;
        } catch (IOException failed) {
            Files.deleteIfExists(placed);
            throw failed;
        }
    }

    private void move(Taken taken) throws IOException {
        if (!isUnchanged(taken)) {
            return;
        }
        var placed = placement.reserve(sameSubfolder(plan.done(), taken), taken.fileName(),
            UniqueNames.LONGEST, taken.file());
        placement.moveOnto(taken.file(), placed);
        if (!sameContent(FileState.read(placed), taken.state())) {
            giveBack(taken, placed);
        }
    }

    /** Between the look and the move the file was replaced: what now lies in {@code Done} nobody has read. */
    private void giveBack(Taken taken, Path placed) throws IOException {
        var back = placement.reserve(taken.folder(), taken.fileName(), UniqueNames.LONGEST, placed);
        placement.moveOnto(placed, back);
        logger.warn("folder {}: changed while it was moved, and is taken again", plan.name());
    }

    private void zip(Taken taken) throws IOException {
        var folder = sameSubfolder(plan.done(), taken);
        var name = taken.fileName().toString();
        var zipName = UniqueNames.candidate(name, 0, clock.instant(), UniqueNames.LONGEST - Zip.ENDING.length())
            + Zip.ENDING;
        if (!Zip.holds(folder.resolve(zipName), taken.file())) {
            Files.createDirectories(folder);
            var unfinished = Placement.unfinished(folder, taken.file());
            try {
                Zip.write(unfinished, taken.file());
                FaultPoint.ZIPPED.pass();
                if (!isUnchanged(taken)) {
                    return;
                }
                placement.moveOnto(unfinished,
                    placement.reserve(folder, Path.of(zipName), UniqueNames.LONGEST, taken.file()));
                Placement.syncFolder(folder);
            } finally {
                Files.deleteIfExists(unfinished);
            }
            FaultPoint.ZIP_PLACED.pass();
        }
        delete(taken);
    }

    private void delete(Taken taken) throws IOException {
        if (isUnchanged(taken)) {
            Files.delete(taken.file());
        }
    }

    private boolean isUnchanged(Taken taken) throws IOException {
        try {
            return FileState.read(taken.file()).equals(taken.state());
        } catch (NoSuchFileException gone) {
            return false;
        }
    }

    private static boolean sameContent(FileState one, FileState other) {
        return one.size() == other.size() && one.modifiedNanos() == other.modifiedNanos();
    }

    private void removeDoneFile(Taken taken) throws IOException {
        if (plan.doneFile() != null) {
            Files.deleteIfExists(plan.doneFile().of(taken.file()));
        }
    }

    private Path sameSubfolder(Path target, Taken taken) {
        return target.resolve(plan.root().relativize(taken.folder()));
    }
}
