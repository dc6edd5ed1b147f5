package dev.sightglass.client.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.client.convert.Content.Loaded;
import dev.sightglass.client.convert.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class FileContentTest {

    @TempDir
    private Path temp;

    @Test
    void readsAFileThatHasNotChanged() throws IOException {
        var bytes = "x".repeat(700_000).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        var file = Files.write(temp.resolve("a.txt"), bytes);
        assertThat(load(file, 1_000_000)).isInstanceOfSatisfying(Loaded.Whole.class, whole -> {
            assertThat(whole.source().bytes()).isEqualTo(bytes);
            assertThat(whole.source().filename()).isEqualTo("a.txt");
        });
    }

    @Test
    void doesNotTakeAFileThatGrewOrShrank() throws IOException {
        var file = Files.writeString(temp.resolve("a.txt"), "12345");
        var before = FileState.read(file);
        Files.writeString(file, "6", StandardOpenOption.APPEND);
        assertThat(new FileContent(file, before, 100).load()).isInstanceOf(Loaded.NotNow.class);
        Files.writeString(file, "1");
        assertThat(new FileContent(file, before, 100).load()).isInstanceOf(Loaded.NotNow.class);
    }

    @Test
    void doesNotTakeAFileOfTheSameSizeThatWasReplaced() throws IOException {
        var file = Files.writeString(temp.resolve("a.txt"), "12345");
        var before = FileState.read(file);
        var other = Files.writeString(temp.resolve("b.txt"), "54321");
        Files.setLastModifiedTime(other, Files.getLastModifiedTime(file));
        Files.move(other, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertThat(new FileContent(file, before, 100).load()).isInstanceOf(Loaded.NotNow.class);
    }

    @Test
    void identifiesAFileThatIsTooLargeWithoutHoldingIt() throws IOException {
        var file = Files.writeString(temp.resolve("a.txt"), "12345");
        assertThat(load(file, 4)).isEqualTo(new Loaded.Unfit(
            "it has 5 bytes, and sightglass.intake.max-file-size allows 4", 5, Sha256.of(Files.readAllBytes(file))));
    }

    @Test
    void saysThatAFileIsGone() throws IOException {
        var file = Files.writeString(temp.resolve("a.txt"), "12345");
        var before = FileState.read(file);
        Files.delete(file);
        assertThat(new FileContent(file, before, 100).load()).isInstanceOfSatisfying(Loaded.NotNow.class,
            later -> assertThat(later.reason()).isEqualTo("it is gone"));
    }

    @Test
    void doesNotFollowALinkThatTookTheFilesPlace() throws IOException {
        var file = Files.writeString(temp.resolve("a.txt"), "12345");
        var before = FileState.read(file);
        var secret = Files.move(file, temp.resolve("secret"));
        Files.createSymbolicLink(file, secret);
        assertThat(new FileContent(file, before, 100).load()).isInstanceOf(Loaded.NotNow.class);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void saysWhyADiskCannotBeRead() throws IOException {
        // The one file of every Linux machine whose first byte cannot be read, whoever asks.
        var file = Path.of("/proc/self/mem");
        assertThat(new FileContent(file, FileState.read(file), 100).load()).isInstanceOfSatisfying(Loaded.NotNow.class,
            later -> assertThat(later.reason()).contains("cannot be read", "Input/output error"));
    }

    private static Loaded load(Path file, long maxSize) throws IOException {
        return new FileContent(file, FileState.read(file), maxSize).load();
    }
}
