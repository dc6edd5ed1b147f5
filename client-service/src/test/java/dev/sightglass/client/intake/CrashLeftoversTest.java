package dev.sightglass.client.intake;

import static dev.sightglass.client.testing.Awaits.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.client.testing.MemoryQueue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a process that died half way has left in {@code Done} and {@code Error} is finished, not added to. */
class CrashLeftoversTest {

    @TempDir
    private Path temp;
    private final IntakeBench bench = new IntakeBench(new MemoryQueue());
    @SuppressWarnings("NullAway.Init") // set before each test
    private Path root;

    @BeforeEach
    void makeFolders() throws IOException {
        root = Files.createDirectory(temp.toRealPath().resolve("in"));
        Files.createDirectory(root.resolve("Done"));
        Files.createDirectory(root.resolve("Error"));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aNameThatWasTakenForTheSameFileIsUsed() throws IOException {
        Files.write(root.resolve("Done/a.txt"), Placement.reservation(root.resolve("a.txt")));
        take("a.txt", "A-1", AfterSuccess.MOVE);
        assertThat(names("Done")).containsExactly("a.txt");
        assertThat(root.resolve("Done/a.txt")).hasContent("A-1");
    }

    @Test
    void aNameThatWasTakenForAnotherFileIsNot() throws IOException {
        Files.write(root.resolve("Done/a.txt"), Placement.reservation(root.resolve("sub/a.txt")));
        take("a.txt", "A-1", AfterSuccess.MOVE);
        assertThat(names("Done")).hasSize(2);
    }

    @Test
    void aReasonWithoutItsFileIsWrittenAnew() throws IOException {
        Files.write(root.resolve("Error/a.txt"), Placement.reservation(root.resolve("a.txt")));
        Files.writeString(root.resolve("Error/a.txt.reason.json"), "{");
        take("a.txt", "reject", AfterSuccess.MOVE);
        assertThat(names("Error")).containsExactly("a.txt", "a.txt.reason.json");
        assertThat(root.resolve("Error/a.txt.reason.json")).content().contains("\"faults\"");
    }

    @Test
    void anUnfinishedZipFileIsWrittenAnew() throws IOException {
        Files.writeString(Placement.unfinished(root.resolve("Done"), root.resolve("a.txt")), "half");
        take("a.txt", "A-1", AfterSuccess.ZIP);
        assertThat(names("Done")).containsExactly("a.txt.zip");
    }

    @Test
    void aFileThatIsInItsZipFileAlreadyIsOnlyRemoved() throws IOException {
        zip("A-1");
        take("a.txt", "A-1", AfterSuccess.ZIP);
        assertThat(names("Done")).containsExactly("a.txt.zip");
    }

    @Test
    void otherContentOfTheSameNameHasAZipFileOfItsOwn() throws IOException {
        zip("A-2");
        take("a.txt", "A-1", AfterSuccess.ZIP);
        assertThat(names("Done")).hasSize(2);
    }

    private void take(String name, String content, AfterSuccess afterSuccess) throws IOException {
        Files.writeString(root.resolve(name), content);
        bench.open(IntakeBench.after(bench.plan(root), afterSuccess));
        await().until(() -> Files.notExists(root.resolve(name)));
    }

    private void zip(String content) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(root.resolve("Done/a.txt.zip")))) {
            zip.putNextEntry(new ZipEntry("a.txt"));
            zip.write(content.getBytes(StandardCharsets.UTF_8));
        }
    }

    private List<String> names(String folder) throws IOException {
        try (Stream<Path> files = Files.list(root.resolve(folder))) {
            return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
        }
    }
}
