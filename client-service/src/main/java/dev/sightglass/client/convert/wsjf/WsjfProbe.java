package dev.sightglass.client.convert.wsjf;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.sightglass.client.report.JsonBytes;
import dev.sightglass.converter.Confidence;
import dev.sightglass.converter.InvalidSourceException;
import dev.sightglass.converter.Source;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/** How much a source looks like WSJF, by the members of its first object. */
final class WsjfProbe {

    private static final Set<String> UNIT_NAMES = Set.of("pn", "sn", "partNumber", "serialNumber");
    private static final int HEAD = 64 * 1024;

    private WsjfProbe() {}

    static Confidence judge(Source source, JsonFactory json) {
        var names = new HashSet<String>();
        try (var parser = json.createParser(readable(source))) {
            var first = parser.nextToken();
            if (first == JsonToken.START_ARRAY) {
                first = parser.nextToken();
            }
            if (first != JsonToken.START_OBJECT) {
                return Confidence.none("no JSON object at the beginning");
            }
            collect(parser, names);
        } catch (IOException | InvalidSourceException ignored) {
            // A broken report is still a report: the conversion says what is broken.
            return names.isEmpty() ? Confidence.none("no JSON") : judge(names);
        }
        return judge(names);
    }

    private static byte[] readable(Source source) {
        byte[] head = source.head(HEAD);
        return head.length > 1 && head[0] != 0 && head[1] != 0 && head[0] > 0 ? head : JsonBytes.utf8(source.bytes());
    }

    private static void collect(JsonParser parser, Set<String> names) throws IOException {
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            names.add(name);
            if (isReport(names)) {
                return;
            }
            parser.nextToken();
            parser.skipChildren();
        }
    }

    private static boolean isReport(Set<String> names) {
        return names.contains("type") && (names.contains("root") || names.contains("uur"));
    }

    private static Confidence judge(Set<String> names) {
        if (isReport(names)) {
            return new Confidence(0.98, "a JSON object with type and root, or uur");
        }
        if (names.stream().anyMatch(UNIT_NAMES::contains)) {
            return new Confidence(0.7, "a JSON object with a part number or serial number");
        }
        return new Confidence(0.5, "a JSON object");
    }
}
