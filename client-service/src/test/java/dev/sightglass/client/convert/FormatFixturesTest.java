package dev.sightglass.client.convert;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.sightglass.client.report.Completion;
import dev.sightglass.converter.Arguments;
import dev.sightglass.converter.Converter;
import dev.sightglass.converter.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each folder {@code <format>/<case>} among the resources holds an input, what it becomes, and perhaps arguments. */
class FormatFixturesTest {

    private static final List<String> FORMATS = List.of("wsjf", "wsxf", "wstf", "csv", "atml");

    @ParameterizedTest(name = "{0}")
    @MethodSource("fixtures")
    void inputBecomesTheExpectedReports(Fixture fixture) {
        var reports = fixture.reports();
        var expected = Reports.tree(Reports.read(fixture.folder().resolve("expected.json")));

        assertThat(Reports.pretty(asExpected(reports, expected))).isEqualTo(Reports.pretty(expected));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("fixtures")
    void everyReportIsOneThatTheServerCanTake(Fixture fixture) {
        assertThat(fixture.reports()).isNotEmpty().allSatisfy(
            report -> assertThat(Reports.completed(report)).isInstanceOf(Completion.Complete.class));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("fixtures")
    void itsOwnConverterIsTheSurest(Fixture fixture) {
        var source = new Source(fixture.input().getFileName().toString(), Reports.read(fixture.input()), Instant.EPOCH);
        var byConfidence = new HashMap<String, Double>();
        for (var converter : ServiceLoader.load(Converter.class)) {
            Map<String, ?> arguments = converter.name().equals(fixture.format()) ? fixture.arguments() : Map.of();
            byConfidence.put(converter.name(),
                converter.probe(source, Arguments.read(converter.arguments(), arguments)).value());
        }

        assertThat(byConfidence.get(fixture.format())).isGreaterThanOrEqualTo(0.7);
        byConfidence.remove(fixture.format());
        assertThat(byConfidence).allSatisfy((other, confidence) -> assertThat(confidence).isLessThan(0.7));
    }

    private static JsonNode asExpected(List<JsonNode> reports, JsonNode expected) {
        return expected.isArray() ? JsonNodeFactory.instance.arrayNode().addAll(reports) : reports.getFirst();
    }

    static Stream<Fixture> fixtures() throws IOException, URISyntaxException {
        var all = Stream.<Fixture>builder();
        for (var format : FORMATS) {
            var formatFolder = Path.of(FormatFixturesTest.class.getResource("/" + format).toURI());
            try (var cases = Files.list(formatFolder)) {
                cases.sorted().map(folder -> new Fixture(format, folder)).forEach(all);
            }
        }
        return all.build();
    }

    record Fixture(String format, Path folder) {

        Converter converter() {
            return ServiceLoader.load(Converter.class).stream().map(ServiceLoader.Provider::get)
                .filter(converter -> converter.name().equals(format)).findFirst().orElseThrow();
        }

        List<JsonNode> reports() {
            return Reports.of(converter(), input().getFileName().toString(), Reports.read(input()), arguments());
        }

        Path input() {
            try (var files = Files.list(folder)) {
                return files.filter(file -> file.getFileName().toString().startsWith("input.")).findFirst()
                    .orElseThrow();
            } catch (IOException wrong) {
                throw new UncheckedIOException(wrong);
            }
        }

        Map<String, Object> arguments() {
            var file = folder.resolve("arguments.json");
            var arguments = new HashMap<String, Object>();
            if (Files.exists(file)) {
                Reports.tree(Reports.read(file)).properties().forEach(member -> arguments.put(member.getKey(),
                    member.getValue().isObject() ? table(member.getValue()) : member.getValue().asText()));
            }
            return arguments;
        }

        private static Map<String, String> table(JsonNode node) {
            var table = new HashMap<String, String>();
            node.properties().forEach(member -> table.put(member.getKey(), member.getValue().asText()));
            return table;
        }

        @Override
        public String toString() {
            return format + "/" + folder.getFileName();
        }
    }
}
