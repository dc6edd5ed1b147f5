package dev.sightglass.client.convert;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightglass.client.report.Completion;
import dev.sightglass.client.report.ReportCompleter;
import dev.sightglass.client.report.StationConfig;
import dev.sightglass.converter.ConversionResult;
import dev.sightglass.converter.Converter;
import dev.sightglass.converter.Report;
import dev.sightglass.converter.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Converts sources in tests and looks at what came out. */
public final class Reports {

    /** What only the server writes, so that no format which goes to the server shares it. */
    private static final Set<String> OUTPUT_ONLY = Set.of("productName", "origin", "assetStats");
    private static final Instant MODIFIED = Instant.parse("2026-03-02T08:15:00Z");
    private static final ObjectMapper EXACT = JsonMapper.builder()
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES).build();

    private Reports() {}

    /** What a converter makes of text. */
    public static ConversionResult convert(Converter converter, String filename, byte[] bytes,
        Map<String, ?> arguments) {
        try {
            return converter.convert(new Source(filename, bytes, MODIFIED), FixedContext.of(converter, arguments));
        } catch (RuntimeException asIs) {
            throw asIs;
        } catch (Exception wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    /** The reports that a converter makes, as JSON with the spelling of its numbers. */
    public static List<JsonNode> of(Converter converter, String filename, byte[] bytes, Map<String, ?> arguments) {
        return switch (convert(converter, filename, bytes, arguments)) {
            case ConversionResult.Converted(var reports) -> reports.stream().map(Reports::tree).toList();
            case ConversionResult.Suspended other -> throw new AssertionError(other);
            case ConversionResult.Skipped other -> throw new AssertionError(other);
            case ConversionResult.Rejected other -> throw new AssertionError(other);
        };
    }

    /** The reports of a file. */
    public static List<JsonNode> of(Converter converter, Path file) {
        return of(converter, file.getFileName().toString(), read(file), Map.of());
    }

    /** A file's content. */
    public static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException wrong) {
            throw new UncheckedIOException(wrong);
        }
    }

    /** JSON of a report. */
    public static JsonNode tree(Report report) {
        return tree(report.json());
    }

    /** JSON with the spelling of its numbers. */
    public static JsonNode tree(byte[] json) {
        try {
            return EXACT.readTree(json);
        } catch (IOException wrong) {
            throw new UncheckedIOException(wrong);
        }
    }

    /** JSON for people, one member per line. */
    public static String pretty(JsonNode tree) {
        return tree.toPrettyString();
    }

    /** What the completion says about a report. */
    public static Completion completed(JsonNode report) {
        return completed(Report.ofJson(report.toString().getBytes(StandardCharsets.UTF_8)));
    }

    /** What the completion says about a report. */
    public static Completion completed(Report report) {
        return new ReportCompleter(new StationConfig("bench-3", "Oslo", "Production")).complete(report, MODIFIED);
    }

    /** The report without what says nothing or only the server says, its numbers without their spelling. */
    public static JsonNode essence(JsonNode report) {
        var copy = report.deepCopy();
        OUTPUT_ONLY.forEach(((ObjectNode) copy)::remove);
        return strip(copy);
    }

    private static JsonNode strip(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(member -> member.setValue(strip(member.getValue())));
            object.properties().removeIf(member -> saysNothing(member.getValue()));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, strip(array.get(i)));
            }
        } else if (node.isNumber()) {
            return DecimalNode.valueOf(new BigDecimal(node.decimalValue().stripTrailingZeros().toPlainString()));
        }
        return node;
    }

    private static boolean saysNothing(JsonNode value) {
        return value.isNull() || (value.isTextual() && value.asText().isEmpty())
            || (value.isContainerNode() && value.isEmpty());
    }
}
