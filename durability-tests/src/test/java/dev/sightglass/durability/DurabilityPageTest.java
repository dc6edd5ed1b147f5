package dev.sightglass.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;

/** Holds docs/durability.md against the tests that there are. */
class DurabilityPageTest {

    private static final Path ROOT = Path.of(System.getProperty("sightglass.root", ".."));
    private static final Pattern TEST = Pattern.compile("`(\\w+(?:Test|Contract))\\.(\\w+)`");
    private static final Pattern STORM = Pattern.compile("storms? (`[\\w-]+`(?:, `[\\w-]+`)*)");
    private static final Pattern CASE = Pattern.compile("^\\| (T?\\d+) \\| .+ \\| (.+) \\|$", Pattern.MULTILINE);

    @Test
    void everyTestThatThePageNamesIsThere() throws IOException {
        var sources = sources();
        var named = TEST.matcher(page()).results().toList();
        assertThat(named).hasSizeGreaterThan(50).allSatisfy(test -> assertThat(sources.getOrDefault(test.group(1), ""))
            .as(test.group()).contains("void " + test.group(2) + "("));
    }

    @Test
    void everyStormThatThePageNamesIsACommand() throws IOException {
        var help = Stream.of(Main.class.getAnnotation(Command.class).subcommands())
            .map(type -> type.getAnnotation(Command.class).name()).toList();
        var named = STORM.matcher(page()).results().flatMap(found -> Stream.of(found.group(1).split(", ")))
            .map(name -> name.replace("`", "")).distinct().toList();
        assertThat(named).isNotEmpty().isSubsetOf(help);
    }

    @Test
    void everyCaseHasALine() throws IOException {
        var expected = Stream.concat(IntStream.rangeClosed(1, 36).mapToObj(number -> "T" + number),
            IntStream.rangeClosed(1, 45).mapToObj(String::valueOf)).toList();
        var lines = CASE.matcher(page()).results().toList();
        assertThat(lines).extracting(line -> line.group(1)).containsExactlyElementsOf(expected);
        assertThat(lines).extracting(line -> line.group(2)).allSatisfy(test -> assertThat(test)
            .containsPattern(TEST.pattern() + "|storms? `|docs/adr|adr/\\d{4}|open"));
    }

    private static String page() throws IOException {
        return Files.readString(ROOT.resolve("docs/durability.md"));
    }

    /** The text of every test class, by its name. */
    private static Map<String, String> sources() throws IOException {
        try (var files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().matches(".*/src/test/java/.*(Test|Contract)\\.java"))
                .collect(Collectors.toMap(file -> String.valueOf(file.getFileName()).replace(".java", ""),
                    DurabilityPageTest::text, (one, other) -> one + other));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
