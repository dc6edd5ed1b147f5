package dev.sightglass.client.lifecycle;

import static dev.sightglass.client.testing.Awaits.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.client.testing.Reports;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever lies in a drop folder: it is refused with a reason, and the next file goes its way. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTest {

    @SuppressWarnings("NullAway.Init") // started once for all tests
    private ServiceFixture service;
    private int good;

    @BeforeAll
    void start(@TempDir Path root) throws IOException {
        service = new ServiceFixture(root);
    }

    @AfterAll
    void stop() {
        service.close();
    }

    @AfterEach
    void theServiceGoesOn() throws Exception {
        var report = Reports.valid("good-" + good++);
        service.drop("wsjf", report.serialNumber() + ".json", report.json());
        await().untilAsserted(() -> assertThat(service.simulator().find(report.id())).isPresent());
        assertThat(service.management("/health/live").statusCode()).isEqualTo(200);
    }

    static Stream<Arguments> wrongContent() {
        var valid = new String(Reports.valid("x").json(), StandardCharsets.UTF_8);
        return Stream.of(
            Arguments.of("empty.json", "wsjf", bytes(""), "empty"),
            Arguments.of("truncated.json", "wsjf", bytes(valid.substring(0, 200)), "end"),
            Arguments.of("deep.json", "wsjf", bytes("{\"a\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}"), "deep"),
            Arguments.of("encoding.json", "wsjf",
                valid.replace("anna", "\u00e5nna").getBytes(StandardCharsets.ISO_8859_1), "UTF-8"),
            Arguments.of("zip.json", "wsjf", zip(), ""),
            Arguments.of("nan.json", "wsjf", bytes(valid.replace("1.5}", "NaN}")), "NaN"),
            Arguments.of("huge.json", "wsjf",
                bytes(valid.replace("\"processCode\":10", "\"processCode\":" + "9".repeat(2_000))), ""),
            Arguments.of("twice.json", "wsjf", bytes(valid.replace("{\"type\"", "{\"sn\":\"other\",\"type\"")),
                "duplicate"),
            Arguments.of("dtd.xml", "wsxf",
                bytes("<!DOCTYPE r [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><Reports>&e;</Reports>"), "DOCTYPE"),
            Arguments.of("laughs.xml", "wsxf",
                bytes("<!DOCTYPE r [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]><Reports>&b;</Reports>"), "DOCTYPE"),
            Arguments.of("zip.csv", "csv", zip(), ""), Arguments.of("zip.txt", "wstf", zip(), ""),
            Arguments.of("zip.xml", "atml", zip(), ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongContent")
    void isRefusedWithAReason(String name, String format, byte[] content, String reason) throws Exception {
        service.drop(format, name, content);

        assertThat(service.refusal(format, name)).containsIgnoringCase(reason).contains("\"correlationId\"");
        assertThat(service.folder(format).resolve(name)).doesNotExist();
    }

    @Test
    void aFileOf200MegabytesIsRefusedUnread() throws Exception {
        try (var file = new RandomAccessFile(service.folder("wsjf").resolve("large.json").toFile(), "rw")) {
            file.setLength(200L * 1024 * 1024); // sparse
        }
        assertThat(service.refusal("wsjf", "large.json")).contains("max-file-size");
    }

    @ParameterizedTest
    @ValueSource(strings = {"new\nline.json", "smile \uD83D\uDE00.json", "..json", "...dots..json", "-rf.json",
        "%2e%2e%2f.json", "a;b|c&d.json"})
    void anyNameIsTakenOrLeftAlone(String name) throws Exception {
        var report = Reports.valid("named-" + Integer.toHexString(name.hashCode()));
        service.drop("wsjf", name, report.json());
        if (name.startsWith(".")) {
            assertThat(service.folder("wsjf").resolve(name)).as("hidden").exists();
        } else {
            await().untilAsserted(() -> assertThat(service.simulator().find(report.id())).isPresent());
            await().untilAsserted(() -> assertThat(service.folder("wsjf").resolve("Done").resolve(name)).exists());
        }
    }

    @Test
    void aNameOf255BytesIsTaken() throws Exception {
        var report = Reports.valid("long name");
        service.drop("wsjf", "n".repeat(250) + ".json", report.json());

        await().untilAsserted(() -> assertThat(service.simulator().find(report.id())).isPresent());
    }

    @Test
    void aFileThatVanishesIsForgotten() throws Exception {
        Files.delete(service.drop("wsjf", "gone.json", Reports.valid("gone").json()));
    }

    @Test
    void aFolderThatIsRemovedAndMadeAgainIsWatchedAgain() throws Exception {
        var folder = service.folder("csv");
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        await().untilAsserted(() -> assertThat(service.management("/health/details").body()).contains("csv:"));
        Files.createDirectories(folder);
        service.drop("csv", "again.csv", bytes("not,a,report\n1,2,3\n"));

        service.refusal("csv", "again.csv");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] zip() {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("report.json"));
            zip.write(Reports.valid("zipped").json());
        } catch (IOException impossible) {
            throw new IllegalStateException("memory takes what is written", impossible);
        }
        return out.toByteArray();
    }
}
