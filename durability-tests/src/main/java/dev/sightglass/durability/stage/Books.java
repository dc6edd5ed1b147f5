package dev.sightglass.durability.stage;

import dev.sightglass.demo.DropFolders;
import dev.sightglass.demo.workload.Expectation;
import dev.sightglass.demo.workload.Expectation.Delivered;
import dev.sightglass.demo.workload.Workload;
import dev.sightglass.durability.stage.Drops.Dropped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Holds what arrived, and what lies in the folders, against what was dropped. */
public final class Books {

    private static final String SHEET = ".reason.json";
    private static final int EXAMPLES = 5;
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);

    private final Map<Stage, List<Dropped>> dropped;
    private final Map<String, String> afterSuccess;
    private final List<String> faults = new ArrayList<>();

    private Books(Map<Stage, List<Dropped>> dropped, Map<String, String> afterSuccess) {
        this.dropped = dropped;
        this.afterSuccess = afterSuccess;
    }

    /** How many reports the good files hold. */
    public static int reports(List<Dropped> dropped) {
        return dropped.stream().mapToInt(file -> file.expectation() instanceof Delivered(int reports) ? reports : 0)
            .sum();
    }

    /**
     * Everything that is wrong.
     *
     * @param dropped by the stage that it was dropped on; all stages have one server and one store
     * @param afterSuccess what each folder does with good files, by format; {@code move} when it is not there
     * @return in words; empty when every good report is on the server once, the queue is empty, and each file is where it belongs
     */
    public static List<String> faults(Map<Stage, List<Dropped>> dropped, Map<String, String> afterSuccess) {
        var books = new Books(dropped, afterSuccess);
        var any = dropped.keySet().iterator().next();
        var all = dropped.values().stream().flatMap(List::stream).toList();
        books.server(any, all);
        dropped.keySet().forEach(stage -> DropFolders.keys().forEach(key -> books.folder(stage, key)));
        books.faults.addAll(StoreBooks.faults(any.store(), all));
        return books.faults;
    }

    /** The same once nothing is wrong, or once nothing has moved for so long. */
    public static List<String> settled(Map<Stage, List<Dropped>> dropped, Map<String, String> afterSuccess,
        Duration stalled) {
        var faults = faults(dropped, afterSuccess);
        var state = state(dropped);
        var end = Instant.now().plus(stalled);
        while (!faults.isEmpty() && Instant.now().isBefore(end)) {
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
            var now = state(dropped);
            if (!now.equals(state)) {
                state = now;
                end = Instant.now().plus(stalled);
            }
            faults = faults(dropped, afterSuccess);
        }
        return faults;
    }

    private static List<Long> state(Map<Stage, List<Dropped>> dropped) {
        var server = dropped.keySet().iterator().next().simulator();
        long waiting = dropped.keySet().stream().mapToInt(stage -> Drops.waiting(stage.folders())).sum();
        return List.of(server.reports(), server.repeats(), waiting);
    }

    private void server(Stage any, List<Dropped> all) {
        var expected = all.stream().flatMap(Books::serialNumbers).collect(Collectors.toCollection(TreeSet::new));
        var stored = any.simulator().stored();
        var arrived = stored.stream().map(report -> report.head().sn()).collect(Collectors.toCollection(TreeSet::new));
        compare("lost: serial numbers that never arrived", without(expected, arrived));
        compare("serial numbers that nobody dropped", without(arrived, expected));
        if (stored.size() != expected.size()) {
            faults.add("doubled: the server has %d ids for %d reports".formatted(stored.size(), expected.size()));
        }
    }

    private static Stream<String> serialNumbers(Dropped file) {
        return file.expectation() instanceof Delivered(int reports)
            ? IntStream.rangeClosed(1, reports).mapToObj(place -> Workload.serialNumber(file.number(), place))
            : Stream.empty();
    }

    private void folder(Stage stage, String key) {
        var folder = stage.folders().folder(key);
        compare(key + ": still in the folder", names(Drops.files(folder)));
        var here =
            dropped.getOrDefault(stage, List.of()).stream().filter(file -> file.folderKey().equals(key)).toList();
        var wrong = here.stream().filter(file -> file.expectation() instanceof Expectation.Rejected).count();
        done(key, folder.resolve("Done"), here.size() - wrong);
        error(key, folder.resolve("Error"), wrong);
    }

    private void done(String key, Path folder, long expected) {
        var found = Drops.files(folder);
        compare(key + ": unfinished in Done", names(found.stream().filter(Books::isUnfinished).toList()));
        boolean kept = !afterSuccess.getOrDefault(key, "move").equals("delete");
        if (found.size() != (kept ? expected : 0)) {
            faults.add("%s: %d files in Done, %d expected".formatted(key, found.size(), kept ? expected : 0));
        }
    }

    private void error(String key, Path folder, long expected) {
        var names = names(Drops.files(folder));
        var sheets = names.stream().filter(name -> name.endsWith(SHEET))
            .map(name -> name.substring(0, name.length() - SHEET.length())).collect(Collectors.toSet());
        var files = names.stream().filter(name -> !name.endsWith(SHEET)).collect(Collectors.toSet());
        compare(key + ": in Error with no reason", without(files, sheets));
        compare(key + ": a reason with no file in Error", without(sheets, files));
        if (files.size() != expected) {
            faults.add("%s: %d files in Error, %d expected".formatted(key, files.size(), expected));
        }
    }

    private static boolean isUnfinished(Path file) {
        try {
            return Files.size(file) == 0 || file.getFileName().toString().endsWith(".part");
        } catch (NoSuchFileException gone) {
            return false; // the service is at work
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Set<String> names(List<Path> files) {
        return files.stream().map(file -> file.getFileName().toString()).collect(Collectors.toSet());
    }

    private static Set<String> without(Set<String> all, Set<String> some) {
        var rest = new HashSet<>(all);
        rest.removeAll(some);
        return rest;
    }

    private void compare(String what, Set<String> found) {
        if (!found.isEmpty()) {
            faults.add("%s: %d, such as %s".formatted(what, found.size(), found.stream().limit(EXAMPLES).toList()));
        }
    }
}
