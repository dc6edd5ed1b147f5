package dev.sightglass.deployment.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The README's list of values comes from values.yaml; with {@code -Dsightglass.write} it is written anew. */
class ReadmeTest {

    private static final Path README = Chart.FOLDER.resolve("README.md");
    private static final String FROM = "<!-- values: written by ReadmeTest -->\n";
    private static final String TO = "<!-- end of values -->";
    private static final Pattern EXAMPLE = Pattern.compile("(?s)```yaml\n(.*?)```");

    @Test
    void itListsEveryValue() throws Exception {
        var text = Files.readString(README);
        var fresh = text.substring(0, text.indexOf(FROM) + FROM.length()) + table() + text.substring(text.indexOf(TO));

        if (System.getProperty("sightglass.write") != null) {
            Files.writeString(README, fresh);
        }
        assertThat(README).as("run mvn test -pl deployment-tests -Dtest=ReadmeTest -Dsightglass.write")
            .hasContent(fresh);
    }

    private static String table() {
        var values = ValuesFile.read();
        var table = new StringBuilder();
        var section = "";
        for (var entry : values.entries()) {
            if (!entry.section().equals(section)) {
                section = entry.section();
                table.append("\n### ").append(section).append("\n\n| value | default | meaning |\n|---|---|---|\n");
            }
            table.append("| `%s` | %s | %s |%n".formatted(entry.path(), shown(values.value(entry.path())),
                cell(entry.description())));
        }
        return table.append('\n').toString();
    }

    /** Empty texts, maps and lists show as nothing. */
    private static String shown(JsonNode value) {
        boolean empty = value.isTextual() ? value.asText().isEmpty() : value.isContainerNode() && value.isEmpty();
        return empty ? "" : "`" + cell(value.toString()) + "`";
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }

    @Test
    void itsExamplesRender() throws Exception {
        var examples = EXAMPLE.matcher(Files.readString(README)).results().map(found -> found.group(1)).toList();

        assertThat(examples).isNotEmpty()
            .allSatisfy(example -> assertThatCode(() -> Chart.ci("sqlite").and(example).render())
                .doesNotThrowAnyException());
    }
}
