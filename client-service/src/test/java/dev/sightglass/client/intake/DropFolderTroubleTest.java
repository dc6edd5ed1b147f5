package dev.sightglass.client.intake;

import static dev.sightglass.client.testing.Awaits.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.sightglass.client.convert.Fate;
import dev.sightglass.client.intake.FolderStatus.State;
import dev.sightglass.client.testing.MemoryQueue;
import dev.sightglass.client.testing.MemoryQueue.Mode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DropFolderTroubleTest {

    @TempDir
    private Path temp;
    private final MemoryQueue queue = new MemoryQueue();
    private final IntakeBench bench = new IntakeBench(queue);
    @SuppressWarnings("NullAway.Init") // set before each test
    private Path root;

    @BeforeEach
    void makeFolder() throws IOException {
        root = Files.createDirectory(temp.toRealPath().resolve("in"));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void makesAMissingFolderWhenItsParentIsThere() throws IOException {
        var missing = temp.toRealPath().resolve("new");
        bench.open(bench.plan(missing));
        await().until(() -> Files.isDirectory(missing));
        Files.writeString(missing.resolve("a.txt"), "A-1");
        awaitDelivered("A-1");
    }

    @Test
    void saysWhatToDoAboutAFolderThatCannotBeMadeAndRecovers() throws IOException {
        var missing = temp.toRealPath().resolve("share/new");
        var folders = bench.open(bench.plan(missing), bench.plan(root));
        awaitState(folders, State.DOWN);
        await().untilAsserted(() -> assertThat(folders.statuses().getFirst().reason()).contains(missing.toString(),
            "is missing", "sightglass.folders"));
        assertThat(folders.statuses().getFirst().isUp()).isFalse();
        drop("a.txt", "A-1");
        awaitDelivered("A-1");

        Files.createDirectory(temp.toRealPath().resolve("share"));
        awaitState(folders, State.RUNNING);
    }

    @Test
    void goesOnWhenTheFolderIsDeletedAndMadeAgain() throws IOException {
        var folders = bench.open(bench.plan(root));
        drop("a.txt", "A-1");
        await().until(() -> Files.exists(root.resolve("Done/a.txt")) && Files.notExists(root.resolve("a.txt")));
        Files.delete(root.resolve("Done/a.txt"));
        Files.delete(root.resolve("Done"));
        Files.delete(root);
        awaitState(folders, State.DOWN);
        assertThat(folders.statuses().getFirst().reason()).contains("is missing");

        Files.createDirectory(root);
        drop("b.txt", "B-1");
        awaitDelivered("A-1", "B-1");
        awaitState(folders, State.RUNNING);
    }

    @Test
    void watchesTheNewFolderWhenTheOldOneWasRenamedAway() throws IOException {
        var folders = bench.open(bench.plan(root));
        awaitState(folders, State.RUNNING);
        Files.move(root, root.resolveSibling("old"));
        Files.createDirectory(root);
        drop("a.txt", "A-1");
        awaitDelivered("A-1");
    }

    @Test
    void pausesWithAReasonWhenTheQueueIsFullAndGoesOnByItself() throws IOException {
        queue.mode(Mode.FULL);
        var folders = bench.open(bench.plan(root));
        for (var index = 0; index < 30; index++) {
            drop("f" + index + ".txt", "F-" + index);
        }
        awaitState(folders, State.PAUSED);
        assertThat(folders.statuses().getFirst().reason()).isEqualTo("the queue is full");
        assertThat(folders.statuses().getFirst().isUp()).isTrue();
        assertThat(names(root)).hasSize(30);

        queue.mode(Mode.TAKING);
        awaitState(folders, State.RUNNING);
        await().untilAsserted(() -> assertThat(queue.serialNumbers()).hasSize(30));
    }

    @Test
    void losesNothingWhileTheStoreFails() throws IOException {
        queue.mode(Mode.FAILING);
        var folders = bench.open(bench.plan(root));
        drop("a.txt", "A-1");
        drop("b.txt", "reject");
        awaitState(folders, State.PAUSED);
        assertThat(folders.statuses().getFirst().reason()).contains("the store cannot be written");
        assertThat(names(root)).containsExactly("a.txt", "b.txt");
    }

    @Test
    void neverReadsAgainWhatIsSafeButCannotLeave() throws IOException {
        Files.writeString(root.resolve("Done"), "a file where a folder should be");
        var folders = bench.open(bench.plan(root));
        drop("a.txt", "A-1");
        awaitDelivered("A-1");
        await().untilAsserted(
            () -> assertThat(folders.statuses().getFirst().reason()).contains("1 file is safe", "a.txt"));
        drop("b.txt", "B-1");
        awaitDelivered("B-1");
        assertThat(names(root)).contains("a.txt", "b.txt");
        assertThat(queue.duplicates()).isEmpty();

        Files.delete(root.resolve("Done"));
        await().until(() -> names(root).equals(List.of("Done")));
        await().untilAsserted(() -> assertThat(folders.statuses().getFirst().reason()).isEmpty());
        assertThat(queue.duplicates()).isEmpty();
    }

    @Test
    void stopsTakingFilesWhenManyCannotLeave() throws IOException {
        Files.writeString(root.resolve("Done"), "a file where a folder should be");
        var folders = bench.open(bench.plan(root));
        for (var index = 0; index < 20; index++) {
            drop("f" + index + ".txt", "F-" + index);
        }
        awaitState(folders, State.DOWN);
        assertThat(folders.statuses().getFirst().reason()).contains("files are safe but cannot leave",
            "give permission");
        drop("late.txt", "LATE");
        Files.delete(root.resolve("Done"));
        awaitDelivered("LATE");
        awaitState(folders, State.RUNNING);
        await().until(() -> names(root.resolve("Done")).size() == 21);
        assertThat(queue.duplicates()).isEmpty();
    }

    @Test
    void leavesAnUnreadableFileWithAReasonAndGoesOnWithOthers() throws IOException {
        var locked = Files.writeString(root.resolve("a.txt"), "A-1");
        Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("---------"));
        assumeFalse(Files.isReadable(locked), "skipped: this user may read everything");
        var folders = bench.open(bench.plan(root));
        drop("b.txt", "B-1");
        awaitDelivered("B-1");
        await().untilAsserted(
            () -> assertThat(folders.statuses().getFirst().reason()).contains("a.txt", "permission denied"));
        assertThat(locked).exists();
    }

    @Test
    void goesOnWhenAFileVanishesBeforeItIsRead() throws IOException {
        bench.openVia(intake -> conversion -> {
            if (conversion.name().endsWith("a.txt")) {
                delete(Path.of(conversion.name()));
            }
            return intake.apply(conversion);
        }, bench.plan(root));
        drop("a.txt", "A-1");
        drop("b.txt", "B-1");
        awaitDelivered("B-1");
        await().until(() -> names(root).equals(List.of("Done")));
        assertThat(queue.serialNumbers()).containsExactly("B-1");
    }

    @Test
    void takesAFileAnewThatChangedWhileItWasUnderWay() throws IOException {
        var once = new AtomicBoolean(true);
        bench.openVia(intake -> conversion -> intake.apply(conversion).thenApply(fate -> {
            if (once.getAndSet(false)) {
                write(Path.of(conversion.name()), "A-2 longer");
            }
            return fate;
        }), bench.plan(root));
        drop("a.txt", "A-1");
        awaitDelivered("A-1", "A-2 longer");
        await().until(() -> names(root.resolve("Done")).equals(List.of("a.txt")));
        assertThat(root.resolve("Done/a.txt")).hasContent("A-2 longer");
    }

    @Test
    void keepsOtherFoldersGoingWhenOneHangs() throws IOException {
        var hung = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        var other = Files.createDirectory(temp.toRealPath().resolve("other"));
        bench.openVia(intake -> conversion -> {
            if (conversion.channel().equals("in")) {
                hung.countDown();
                awaitQuietly(release);
            }
            return intake.apply(conversion);
        }, bench.plan(root), bench.plan(other));
        drop("a.txt", "A-1");
        awaitQuietly(hung);
        Files.writeString(other.resolve("b.txt"), "B-1");
        awaitDelivered("B-1");
        release.countDown();
        awaitDelivered("A-1");
    }

    @Test
    void endsInTimeAndLeavesWhatIsUnderWayInTheFolder() throws IOException {
        var begun = new CountDownLatch(1);
        var config = new IntakeConfig(Duration.ofMillis(100), 1_000_000, 512, Duration.ofMillis(300));
        try (var other = new IntakeBench(queue, config)) {
            var folders = other.openVia(intake -> conversion -> {
                begun.countDown();
                return new CompletableFuture<Fate>();
            }, other.plan(root));
            drop("a.txt", "A-1");
            awaitQuietly(begun);
            folders.close();
            assertThat(folders.statuses().getFirst().state()).isEqualTo(State.CLOSED);
            assertThat(names(root)).containsExactly("a.txt");
        }
    }

    @Test
    void settlesWhatIsUnderWayBeforeItEnds() throws IOException {
        var begun = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        var folders = bench.openVia(intake -> conversion -> {
            begun.countDown();
            return CompletableFuture.runAsync(() -> awaitQuietly(release), Thread::startVirtualThread)
                .thenCompose(nothing -> intake.apply(conversion));
        }, bench.plan(root));
        drop("a.txt", "A-1");
        awaitQuietly(begun);
        var closing = CompletableFuture.runAsync(folders::close, Thread::startVirtualThread);
        drop("late.txt", "LATE");
        release.countDown();
        closing.join();
        assertThat(root.resolve("Done/a.txt")).exists();
        assertThat(root.resolve("late.txt")).exists();
        assertThat(queue.serialNumbers()).containsExactly("A-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"line%0Abreak.txt", "emoji-%F0%9F%94%AC.txt", "..sneaky.txt", "..%5C..%5Cetc.txt",
        "-rf.txt",
        "a%20b%20%20c.txt", "%E2%80%AEtxt.exe.txt", "not-utf8-%FF%FE.txt", "quote'%22.txt"})
    void takesFilesOfAnyName(String encoded) throws IOException {
        var file = Path.of(URI.create(root.toUri() + encoded));
        Files.writeString(file, "A-1");
        bench.open(bench.plan(root));
        var reject = Path.of(URI.create(root.toUri() + "r-" + encoded));
        awaitDelivered("A-1");
        Files.writeString(reject, "reject");
        await()
            .until(() -> names(root.resolve("Error")).size() == 2 && Files.notExists(reject) && Files.notExists(file));
        assertThat(names(root)).containsExactlyInAnyOrder("Done", "Error");
        assertThat(names(root.resolve("Done"))).hasSize(1);
    }

    @Test
    void takesNamesOf255Bytes() throws IOException {
        var longest = "x".repeat(251) + ".txt";
        bench.open(bench.plan(root));
        drop(longest, "A-1");
        await().until(
            () -> names(root.resolve("Done")).equals(List.of(longest)) && Files.notExists(root.resolve(longest)));
        drop(longest, "A-2");
        await().until(() -> names(root.resolve("Done")).size() == 2 && Files.notExists(root.resolve(longest)));
        drop(longest, "reject");
        await().until(() -> names(root.resolve("Error")).size() == 2 && Files.notExists(root.resolve(longest)));
        var error = names(root.resolve("Error"));
        assertThat(error.getLast()).isEqualTo(error.getFirst() + ".reason.json").hasSize(255);
        assertThat(Files.readString(root.resolve("Error").resolve(error.getLast()))).contains(longest);
    }

    private void drop(String name, String content) throws IOException {
        Files.writeString(root.resolve(name), content);
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void write(Path file, String content) {
        try {
            Files.writeString(file, content);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitDelivered(String... serialNumbers) {
        await().untilAsserted(() -> assertThat(queue.serialNumbers()).contains(serialNumbers));
    }

    private static void awaitState(DropFolders folders, State state) {
        await().untilAsserted(() -> assertThat(folders.statuses().getFirst().state()).isEqualTo(state));
    }

    private static List<String> names(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
        }
    }
}
