package dev.sightglass.client.intake;

import static dev.sightglass.client.testing.Awaits.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sightglass.client.queue.Origin;
import dev.sightglass.client.testing.MemoryQueue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DropFolderTest {

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
    void takesFilesThatWereThereBeforeTheStart() throws IOException {
        drop("a.txt", "A-1");
        bench.open(bench.plan(root));
        awaitDelivered("A-1");
        awaitFile("Done/a.txt");
        assertThat(root.resolve("a.txt")).doesNotExist();
    }

    @Test
    void takesFilesThatComeLaterWhateverTheCaseOfTheirEnding() throws IOException {
        bench.open(bench.plan(root));
        drop("a.TXT", "A-1");
        drop("b.csv", "B-1");
        awaitDelivered("A-1");
        awaitFile("Done/a.TXT");
        assertThat(root.resolve("b.csv")).exists();
    }

    @Test
    void takesFilesByPollingAlone() throws IOException {
        bench.open(IntakeBench.polling(bench.plan(root)));
        drop("a.txt", "A-1");
        awaitDelivered("A-1");
    }

    @Test
    void deliversTheSameNameWithOtherContentEachTimeAndOverwritesNothing() throws IOException {
        bench.open(bench.plan(root));
        for (var serial : List.of("A-1", "A-2", "A-3")) {
            drop("a.txt", serial);
            await().until(() -> Files.notExists(root.resolve("a.txt")));
        }
        assertThat(queue.serialNumbers()).containsExactlyInAnyOrder("A-1", "A-2", "A-3");
        assertThat(contents(root.resolve("Done"))).containsExactlyInAnyOrder("A-1", "A-2", "A-3");
    }

    @Test
    void deliversContentOnceWhateverItsNames() throws IOException {
        bench.open(bench.plan(root));
        drop("a.txt", "A-1");
        await().until(() -> Files.notExists(root.resolve("a.txt")));
        drop("b.txt", "A-1");
        awaitFile("Done/b.txt");
        assertThat(queue.serialNumbers()).containsExactly("A-1");
        assertThat(queue.duplicates()).hasSize(1);
    }

    @Test
    void givesOneNameToEveryMessageOfOneFile() throws IOException {
        bench.open(bench.plan(root));
        drop("a.txt", "A-1");
        awaitFile("Done/a.txt");
        assertThat(queue.accepted()).singleElement().satisfies(origin -> {
            assertThat(origin.correlationId()).matches("[0-9a-f]{32}");
            assertThat(origin.channel()).isEqualTo("in");
            assertThat(origin.name()).isEqualTo(root.resolve("a.txt").toString());
            assertThat(origin.size()).isEqualTo(3);
            assertThat(origin.converterVersion()).isEqualTo("1.2.3");
        });
    }

    @Test
    void putsTheReasonBesideARefusedFile() throws IOException {
        bench.open(bench.plan(root));
        drop("a.txt", "incomplete");
        awaitFile("Error/a.txt");
        var sheet = new ObjectMapper().readTree(root.resolve("Error/a.txt.reason.json").toFile());
        assertThat(sheet.get("reason").asText()).startsWith("the report is invalid: ");
        assertThat(sheet.get("faults").toString()).contains("/pn", "/sn", "/root");
        assertThat(sheet.get("converter").asText()).isEqualTo("line");
        assertThat(sheet.get("converterVersion").asText()).isEqualTo("1.2.3");
        assertThat(sheet.get("correlationId").asText()).matches("[0-9a-f]{32}");
        assertThat(sheet.get("retry").asText()).contains(root.toString());
        assertThat(Instant.parse(sheet.get("refusedAt").asText()))
            .isAfter(Instant.parse(sheet.get("detectedAt").asText()));
    }

    @Test
    void keepsEveryRefusedFileOfOneName() throws IOException {
        bench.open(bench.plan(root));
        drop("a.txt", "reject\n1");
        awaitFile("Error/a.txt");
        drop("a.txt", "reject\n2");
        await().until(() -> names(root.resolve("Error")).size() == 4);
        assertThat(names(root.resolve("Error"))).filteredOn(name -> name.endsWith(".reason.json")).hasSize(2);
    }

    @Test
    void takesARefusedFileAgainWhenItIsDroppedAgain() throws IOException {
        bench.open(bench.plan(root));
        drop("a.txt", "reject");
        awaitFile("Error/a.txt");
        Files.move(root.resolve("Error/a.txt"), root.resolve("a.txt"));
        await().until(() -> names(root.resolve("Error")).equals(List.of("a.txt", "a.txt.reason.json")));
    }

    @Test
    void refusesAnEmptyFileAfterALongerQuiet() throws IOException {
        bench.open(bench.plan(root));
        drop("a.txt", "");
        awaitFile("Error/a.txt");
        assertThat(queue.refused()).containsEntry("a.txt", "it is empty");
    }

    @Test
    void waitsForAnEmptyFileToBeFilled() throws IOException {
        bench.open(IntakeBench.quiet(bench.plan(root), Duration.ofMillis(100)));
        drop("a.txt", "");
        drop("b.txt", "B-1");
        awaitDelivered("B-1");
        Files.writeString(root.resolve("a.txt"), "A-1");
        awaitFile("Done/a.txt");
        assertThat(queue.refused()).isEmpty();
    }

    @Test
    void refusesAFileThatIsTooLarge() throws IOException {
        bench.open(bench.plan(root));
        drop("a.txt", "x".repeat(1_000_001));
        awaitFile("Error/a.txt");
        assertThat(queue.refused().get("a.txt")).contains("1000001 bytes", "sightglass.intake.max-file-size",
            "1000000");
    }

    @Test
    void zipsWithTheContentIntact() throws IOException {
        bench.open(IntakeBench.after(bench.plan(root), AfterSuccess.ZIP));
        drop("a.txt", "A-1");
        await().until(() -> Files.notExists(root.resolve("a.txt")));
        try (var zip = new ZipFile(root.resolve("Done/a.txt.zip").toFile())) {
            var entry = Objects.requireNonNull(zip.getEntry("a.txt"));
            assertThat(zip.getInputStream(entry)).hasContent("A-1");
        }
        assertThat(names(root.resolve("Done"))).containsExactly("a.txt.zip");
    }

    @Test
    void zipsTheSameNameTwice() throws IOException {
        bench.open(IntakeBench.after(bench.plan(root), AfterSuccess.ZIP));
        drop("a.txt", "A-1");
        await().until(() -> Files.notExists(root.resolve("a.txt")));
        drop("a.txt", "A-2");
        await().until(() -> Files.notExists(root.resolve("a.txt")));
        assertThat(names(root.resolve("Done"))).hasSize(2).allMatch(name -> name.endsWith(".zip"));
    }

    @Test
    void deletesWhatIsSafe() throws IOException {
        bench.open(IntakeBench.after(bench.plan(root), AfterSuccess.DELETE));
        drop("a.txt", "A-1");
        await().until(() -> Files.notExists(root.resolve("a.txt")));
        assertThat(queue.serialNumbers()).containsExactly("A-1");
        assertThat(root.resolve("Done")).doesNotExist();
    }

    @Test
    void keepsAFileAndTakesItAgainOnlyWhenItChanges() throws IOException {
        var folders = bench.open(IntakeBench.after(bench.plan(root), AfterSuccess.KEEP));
        drop("a.txt", "A-1");
        awaitDelivered("A-1");
        awaitScans(folders, 3);
        assertThat(queue.duplicates()).isEmpty();

        Files.writeString(root.resolve("a.txt"), "A-2");
        awaitDelivered("A-1", "A-2");
        folders.close();
        bench.open(IntakeBench.after(bench.plan(root), AfterSuccess.KEEP));
        await().until(() -> queue.duplicates().size() == 1);
        assertThat(root.resolve("a.txt")).hasContent("A-2");
        assertThat(queue.serialNumbers()).containsExactly("A-1", "A-2");
    }

    @Test
    void leavesASkippedFileAlone() throws IOException {
        var folders = bench.open(bench.plan(root));
        drop("a.txt", "skip");
        drop("b.txt", "B-1");
        awaitDelivered("B-1");
        awaitScans(folders, 3);
        await().until(() -> folders.statuses().getFirst().pending() == 0);
        assertThat(root.resolve("a.txt")).exists();
    }

    @Test
    void triesASuspendedFileAgain() throws IOException {
        bench.open(bench.plan(root));
        drop("a.txt", "suspend");
        drop("b.txt", "B-1");
        awaitDelivered("B-1");
        Files.writeString(root.resolve("a.txt"), "A-1");
        awaitFile("Done/a.txt");
    }

    @Test
    void waitsUntilASlowWriterThatKeepsAnOldTimeHasFinished() throws IOException, InterruptedException {
        var quiet = Duration.ofMillis(400);
        bench.open(IntakeBench.quiet(bench.plan(root), quiet));
        var file = root.resolve("slow.txt");
        var old = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
        var ticks = new java.util.concurrent.CountDownLatch(12);
        try (var timer = java.util.concurrent.Executors.newSingleThreadScheduledExecutor();
            var out = Files.newOutputStream(file)) {
            var writing = timer.scheduleAtFixedRate(() -> {
                try {
                    out.write(("S-" + ticks.getCount() + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));
                    Files.setLastModifiedTime(file, old);
                } catch (IOException failed) {
                    throw new java.io.UncheckedIOException(failed);
                }
                ticks.countDown();
            }, 0, 100, java.util.concurrent.TimeUnit.MILLISECONDS);
            ticks.await();
            writing.cancel(false);
            assertThat(queue.accepted()).as("while it was written").isEmpty();
        }
        awaitFile("Done/slow.txt");
        assertThat(queue.accepted()).hasSize(1);
        assertThat(queue.serialNumbers()).hasSizeGreaterThanOrEqualTo(12);
    }

    @Test
    void takesAFileWhenItsDoneFileIsThereAndNotBefore() throws IOException {
        var folders = bench.open(IntakeBench.doneFile(bench.plan(root), "{stem}.ok"));
        drop("a.txt", "A-1");
        awaitScans(folders, 4);
        assertThat(queue.accepted()).isEmpty();

        drop("a.ok", "");
        awaitFile("Done/a.txt");
        await().until(() -> Files.notExists(root.resolve("a.ok")));
    }

    @Test
    void ignoresTemporaryAndHiddenNames() throws IOException {
        var folders = bench.open(bench.plan(root));
        for (var name : List.of(".a.txt", "~a.txt", "~$a.txt", "a.txt.tmp", "a.txt.part", "a.txt.partial",
            "a.txt.crdownload", "a.txt.filepart", ".a.txt.swp", "Thumbs.db", "desktop.ini", "a.txt~")) {
            drop(name, name);
        }
        drop("b.txt", "B-1");
        awaitDelivered("B-1");
        awaitScans(folders, 3);
        assertThat(queue.serialNumbers()).containsExactly("B-1");
    }

    @Test
    void takesAFileThatIsRenamedIntoPlace() throws IOException {
        bench.open(bench.plan(root));
        drop("a.txt.part", "A-1");
        Files.move(root.resolve("a.txt.part"), root.resolve("a.txt"), StandardCopyOption.ATOMIC_MOVE);
        awaitDelivered("A-1");
    }

    @Test
    void doesNotFollowLinksThatLeadOutOfTheFolder() throws IOException {
        var secret = Files.writeString(temp.resolve("secret.txt"), "SECRET");
        var outside = Files.createDirectory(temp.resolve("outside"));
        Files.writeString(outside.resolve("c.txt"), "SECRET-2");
        Files.createSymbolicLink(root.resolve("a.txt"), secret);
        Files.createSymbolicLink(root.resolve("sub"), outside);
        Files.createSymbolicLink(root.resolve("dangling.txt"), temp.resolve("nowhere"));
        var folders = bench.open(IntakeBench.recursive(bench.plan(root)));
        drop("b.txt", "B-1");
        awaitDelivered("B-1");
        awaitScans(folders, 3);
        assertThat(queue.serialNumbers()).containsExactly("B-1");
        assertThat(secret).hasContent("SECRET");
    }

    @Test
    void searchesSubfoldersAndKeepsTheirNamesInDone() throws IOException {
        bench.open(IntakeBench.recursive(bench.plan(root)));
        var deep = Files.createDirectories(root.resolve("line-1/night"));
        Files.writeString(deep.resolve("a.txt"), "A-1");
        awaitFile("Done/line-1/night/a.txt");
        Files.writeString(root.resolve("line-1/b.txt"), "reject");
        awaitFile("Error/line-1/b.txt.reason.json");
        assertThat(queue.duplicates()).as("nothing was taken out of Done").isEmpty();
    }

    @Test
    void leavesAFolderInsideAnotherToItsOwner() throws IOException {
        var inner = Files.createDirectory(root.resolve("inner"));
        bench.open(IntakeBench.recursive(bench.plan(root), inner), bench.plan(inner));
        Files.writeString(inner.resolve("a.txt"), "A-1");
        await().until(() -> Files.exists(inner.resolve("Done/a.txt")));
        assertThat(queue.accepted()).extracting(Origin::channel).containsExactly("inner");
    }

    @Test
    void takesAFileOnceWhenTwoFoldersWantIt() throws IOException {
        var twin = bench.plan(root);
        bench.open(bench.plan(root), twin);
        for (var index = 0; index < 50; index++) {
            drop("f" + index + ".txt", "F-" + index);
        }
        await().until(() -> names(root.resolve("Done")).size() == 50);
        assertThat(queue.serialNumbers()).hasSize(50);
    }

    private void drop(String name, String content) throws IOException {
        Files.writeString(root.resolve(name), content);
    }

    private void awaitDelivered(String... serialNumbers) {
        await().untilAsserted(() -> assertThat(queue.serialNumbers()).contains(serialNumbers));
    }

    private void awaitFile(String name) {
        await().until(() -> Files.exists(root.resolve(name)) && Files.size(root.resolve(name)) >= 0
            && Files.notExists(root.resolve(Objects.requireNonNull(Path.of(name).getFileName()))));
    }

    private static void awaitScans(DropFolders folders, int count) {
        for (var scan = 0; scan < count; scan++) {
            var before = folders.statuses().getFirst().lastScan();
            await().until(() -> !Objects.equals(folders.statuses().getFirst().lastScan(), before));
        }
    }

    private static List<String> names(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
        }
    }

    private static List<String> contents(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(DropFolderTest::content).toList();
        }
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }
}
