package dev.sightglass.client.convert.wsjf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sightglass.client.convert.FixedContext;
import dev.sightglass.converter.Arguments;
import dev.sightglass.converter.ConversionResult;
import dev.sightglass.converter.InvalidSourceException;
import dev.sightglass.converter.Report;
import dev.sightglass.converter.Source;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WsjfConverterTest {

    private static final String ODD = """
                                      \uFEFF { "type":"T", "pn":"a", "sn":"\u00e6", "rev":"1",
                                        "made-up": [1.50, 1E5, -0, 10.0, {"b":null}], "root":{"steps":[]} }
                                      """;

    private final WsjfConverter converter = new WsjfConverter();

    @Test
    void reportComesOutByteForByte() throws IOException {
        var reports = converted(ODD.substring(1).getBytes(StandardCharsets.UTF_8));

        assertThat(reports).singleElement().extracting(Report::json)
            .isEqualTo(ODD.substring(1).getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void encodingsBecomeUtf8(Charset charset) throws IOException {
        assertThat(texts(converted(ODD.getBytes(charset)))).containsExactly(ODD.substring(1));
    }

    @Test
    void eachElementOfAnArrayIsAReport() throws IOException {
        var json = "[ {\"pn\":\"a\", \"x\":1.50} ,\n{\"pn\":\"\u00e6\"},{}\n]";

        assertThat(texts(converted(json.getBytes(StandardCharsets.UTF_8)))).containsExactly(
            "{\"pn\":\"a\", \"x\":1.50}",
            "{\"pn\":\"\u00e6\"}", "{}");
    }

    @Test
    void spelledOutNamesAreShortenedAtTheTopOnly() throws IOException {
        var json = """
                   {"partRevision" : "B","serialNumber":"1","uut":{"partNumber":"inner"},"partNumber":"P","x":1.50}""";

        assertThat(texts(converted(json.getBytes(StandardCharsets.UTF_8))))
            .containsExactly("""
                             {"rev" : "B","sn":"1","uut":{"partNumber":"inner"},"pn":"P","x":1.50}""");
    }

    @Test
    void spelledOutNamesBesideTheShortOnesStay() throws IOException {
        var json = "{\"partNumber\":\"old\",\"sn\":\"1\",\"rev\":\"\",\"pn\":\"new\"}";

        assertThat(texts(converted(json.getBytes(StandardCharsets.UTF_8)))).containsExactly(json);
    }

    @Test
    void brokenReportIsLeftToTheCompletionWhichListsEveryFault() throws IOException {
        assertThat(texts(converted("{\"partNumber\":\"a\", oops".getBytes(StandardCharsets.UTF_8))))
            .containsExactly("{\"partNumber\":\"a\", oops");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                                                                  ``               | expected a report, a JSON object. Found: an empty file
                                                                  `7`              | expected a report, a JSON object. Found: a number
                                                                  `[]`             | expected reports. Found: an empty array
                                                                  `[{},`           | the JSON ends too early, line 1, column 5: the file is incomplete
                                                                  `[{"a":1] `      | not JSON, line 1
                                                                  `PK\u0003\u0004` | not JSON, line 1
                                                                  """)
    void rejectsWhatHoldsNoReport(String json, String reason) throws IOException {
        assertThat(convert(json.getBytes(StandardCharsets.UTF_8))).isInstanceOfSatisfying(
            ConversionResult.Rejected.class,
            rejected -> assertThat(rejected.reason()).startsWith(reason));
    }

    @Test
    void rejectsArraysOfOtherThings() {
        assertThatThrownBy(() -> convert("[{},3]".getBytes(StandardCharsets.UTF_8)))
            .isInstanceOf(InvalidSourceException.class)
            .hasMessage("element 2 of the array: expected a report, a JSON object. Found: a number");
        assertThatThrownBy(() -> convert("[{}] []".getBytes(StandardCharsets.UTF_8)))
            .isInstanceOf(InvalidSourceException.class).hasMessageContaining("nothing after the array");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                                                                  `{"type":"T","root":{`         | 0.98
                                                                  `[{"type":"R","uur":{}}]`      | 0.98
                                                                  `{"pn":"a","x":[1,2]}`         | 0.7
                                                                  `{"serialNumber":"a"`          | 0.7
                                                                  `{"anything":1}`               | 0.5
                                                                  `[1]`                          | 0
                                                                  `<Reports/>`                   | 0
                                                                  ``                             | 0
                                                                  """)
    void isAsSureAsTheMembersAllow(String json, double confidence) {
        var source = new Source("a.json", json.getBytes(StandardCharsets.UTF_8), Instant.EPOCH);

        assertThat(converter.probe(source, Arguments.read(List.of(), Map.of())).value()).isEqualTo(confidence,
            within(1e-9));
    }

    private ConversionResult convert(byte[] json) throws IOException {
        return converter.convert(new Source("a.json", json, Instant.EPOCH), FixedContext.of(converter));
    }

    private List<Report> converted(byte[] json) throws IOException {
        return ((ConversionResult.Converted) convert(json)).reports();
    }

    private static List<String> texts(List<Report> reports) {
        return reports.stream().map(report -> new String(report.json(), StandardCharsets.UTF_8)).toList();
    }
}
