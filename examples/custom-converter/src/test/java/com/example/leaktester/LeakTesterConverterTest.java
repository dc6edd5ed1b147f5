package com.example.leaktester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sightglass.converter.Arguments;
import dev.sightglass.converter.ConversionContext;
import dev.sightglass.converter.ConversionResult;
import dev.sightglass.converter.InvalidSourceException;
import dev.sightglass.converter.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeakTesterConverterTest {

    private final LeakTesterConverter converter = new LeakTesterConverter();

    /** What the service gives a converter; nothing of the service is needed to test one. */
    private record Context(Arguments arguments) implements ConversionContext {

        @Override
        public OptionalInt processCode(String operationName) {
            return OptionalInt.empty();
        }
    }

    private Context context(Map<String, ?> given) {
        return new Context(Arguments.read(converter.arguments(), given));
    }

    private static Source file(String name) throws IOException {
        try (var in = LeakTesterConverterTest.class.getResourceAsStream("/" + name)) {
            return new Source(name, in.readAllBytes(), Instant.EPOCH);
        }
    }

    private static Source text(String text) {
        return new Source("x.leak", text.getBytes(StandardCharsets.UTF_8), Instant.EPOCH);
    }

    private JsonNode converted(Source source, Map<String, ?> arguments) throws IOException {
        var result = (ConversionResult.Converted) converter.convert(source, context(arguments));
        assertThat(result.reports()).hasSize(1);
        return new ObjectMapper().readTree(result.reports().get(0).json());
    }

    @Test
    void aUnitWithinItsLimitsPasses() throws IOException {
        var report = converted(file("good.leak"), Map.of());

        assertThat(report.path("pn").asText()).isEqualTo("PUMP-7");
        assertThat(report.path("sn").asText()).isEqualTo("P7-000123");
        assertThat(report.path("rev").asText()).isEqualTo("B");
        assertThat(report.path("processCode").asInt()).isEqualTo(30);
        assertThat(report.path("result").asText()).isEqualTo("P");
        assertThat(report.path("start").asText()).isEqualTo("2026-03-02T09:15:00.000+01:00");
        var steps = report.path("root").path("steps");
        assertThat(steps).hasSize(2);
        assertThat(steps.get(0).path("numericMeas").get(0).path("compOp").asText()).isEqualTo("GELE");
        assertThat(steps.get(1).path("numericMeas").get(0).path("compOp").asText()).isEqualTo("LE");
    }

    @Test
    void aUnitThatLeaksFails() throws IOException {
        var report = converted(file("leaking.leak"), Map.of());

        assertThat(report.path("result").asText()).isEqualTo("F");
        assertThat(report.path("processCode").asInt()).isEqualTo(31);
        assertThat(report.path("root").path("steps").get(1).path("status").asText()).isEqualTo("F");
    }

    @Test
    void theFolderMaySetTheProcessCode() throws IOException {
        assertThat(converted(file("good.leak"), Map.of("process-code", "42")).path("processCode").asInt())
            .isEqualTo(42);
    }

    @Test
    void theProbeKnowsItsOwnAndNoOther() throws IOException {
        var arguments = context(Map.of()).arguments();

        assertThat(converter.probe(file("good.leak"), arguments).value()).isGreaterThan(0.8);
        assertThat(converter.probe(text("Serial,Value\n"), arguments).value()).isZero();
        assertThat(converter.probe(text(""), arguments).value()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"part,there is no line 'part'", "serial,there is no line 'serial'", "started,there is no line 'started'"})
    void aMissingFactIsNamed(String word, String reason) throws IOException {
        var without = file("good.leak").text(StandardCharsets.UTF_8).replaceAll("(?m)^" + word + " .*$", "");

        assertThatThrownBy(() -> converter.convert(text(without), context(Map.of())))
            .isInstanceOf(InvalidSourceException.class).hasMessage(reason);
    }

    @ParameterizedTest
    @CsvSource({"2.013,low,chamber-pressure: must be a number. Found: 'low'",
        "2026-03-02T09:15:00+01:00,yesterday,started: must be a time such as",
        "'bar   1.950  2.050',bar   1.950,'line 7: must be name, value, unit, low and high limit. Found: 4 words'",
        "P7-000123,'P7 000123',line 4: must be a word and its value"})
    void aWrongValueIsNamedWithItsPlace(String right, String wrong, String reason) throws IOException {
        var text = file("good.leak").text(StandardCharsets.UTF_8).replace(right, wrong);

        assertThatThrownBy(() -> converter.convert(text(text), context(Map.of())))
            .isInstanceOf(InvalidSourceException.class).hasMessageStartingWith(reason);
    }
}
