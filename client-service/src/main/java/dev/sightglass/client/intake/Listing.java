package dev.sightglass.client.intake;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Goes through a drop folder entry by entry and keeps the oldest files that are wanted, no more than there is room for. */
final class Listing {

    /** A file that may be taken, with what it looks like. */
    record Candidate(Path file, FileState state) {}

    /**
     * What a listing found.
     *
     * @param oldest the wanted files that there was room for, oldest first
     * @param wanted how many were wanted in all
     */
    record Found(List<Candidate> oldest, int wanted) {}

    private static final Logger logger = LoggerFactory.getLogger(Listing.class);

    private final FolderPlan plan;
    private final Consumer<Path> onFolder;
    private final BiPredicate<Path, FileState> isWanted;
    private final Deque<Path> folders = new ArrayDeque<>();
    private final PriorityQueue<Candidate> newestFirst = new PriorityQueue<>(
        Comparator.<Candidate>comparingLong(candidate -> candidate.state().modifiedNanos()).reversed());
    private int wanted;

    /**
     * @param onFolder told of each folder before it is read
     * @param isWanted asked about each file whose name fits
     */
    Listing(FolderPlan plan, Consumer<Path> onFolder, BiPredicate<Path, FileState> isWanted) {
        this.plan = plan;
        this.onFolder = onFolder;
        this.isWanted = isWanted;
    }

    /**
     * Goes through the folder.
     *
     * @throws IOException when the folder itself cannot be read; a sub-folder that cannot is left out with a warning
     */
    Found list(int room) throws IOException {
        readFolder(plan.root(), room);
        while (!folders.isEmpty()) {
            var folder = folders.pop();
            try {
                readFolder(folder, room);
            } catch (IOException unreadable) {
                logger.warn("folder {}: sub-folder {} is left out: {}", plan.name(), folder, unreadable.toString());
            }
        }
        var oldest = new ArrayList<>(newestFirst);
        oldest.sort(Comparator.comparingLong(candidate -> candidate.state().modifiedNanos()));
        return new Found(oldest, wanted);
    }

    private void readFolder(Path folder, int room) throws IOException {
        onFolder.accept(folder);
        try (var entries = Files.newDirectoryStream(folder)) {
            for (var entry : entries) {
                var name = entry.getFileName().toString();
                var takes = plan.takes(name);
                if (takes || (plan.recursive() && !name.startsWith("."))) {
                    look(entry, takes, room);
                }
            }
        } catch (DirectoryIteratorException failed) {
            throw failed.getCause();
        }
    }

    private void look(Path entry, boolean takes, int room) {
        BasicFileAttributes attributes;
        try {
            attributes = Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (IOException gone) {
            return;
        }
        if (attributes.isDirectory()) {
            if (plan.recursive() && !plan.excluded().contains(entry)) {
                folders.push(entry);
            }
        } else if (takes && attributes.isRegularFile()) {
            offer(new Candidate(entry, FileState.of(attributes)), room);
        }
    }

    private void offer(Candidate candidate, int room) {
        if (!isWanted.test(candidate.file(), candidate.state())) {
            return;
        }
        wanted++;
        newestFirst.add(candidate);
        if (newestFirst.size() > room) {
            newestFirst.remove();
        }
    }
}
