package dev.sightglass.simulator;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks a WSJF report while it streams by: no tree is built, because the machine is shared with the client under test. */
final class WsjfCheck {

    private enum Part {
        UUT("uut", JsonToken.START_OBJECT),
        UUR("uur", JsonToken.START_OBJECT),
        ROOT("root", JsonToken.START_OBJECT),
        SUB_UNITS("subUnits", JsonToken.START_ARRAY);

        private static final Map<String, Part> BY_NAME =
            Map.of("uut", UUT, "uur", UUR, "root", ROOT, "subUnits", SUB_UNITS);

        private final String json;
        private final JsonToken start;

        Part(String json, JsonToken start) {
            this.json = json;
            this.start = start;
        }
    }

    private static final JsonFactory JSON = new JsonFactory();

    private final Map<Integer, WatsProcess> processes;

    WsjfCheck(Map<Integer, WatsProcess> processes) {
        this.processes = processes;
    }

    Verdict check(byte[] body) {
        var head = new HeaderCheck(HeaderField::json, "");
        var parts = EnumSet.noneOf(Part.class);
        try (var parser = JSON.createParser(body)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return new Verdict.Refused(List.of("body: must be one JSON object"));
            }
            readFields(parser, head, parts);
            if (parser.nextToken() != null) {
                head.fault("body", "has more content after the report");
            }
        } catch (JsonProcessingException broken) {
            return new Verdict.Refused(
                List.of("body: not valid JSON" + place(broken) + ": " + broken.getOriginalMessage()));
        } catch (IOException impossible) {
            throw new IllegalStateException("reading an array cannot fail; this is a bug in the simulator", impossible);
        }
        requireParts(head, parts);
        var header = head.header(processes);
        return header == null ? new Verdict.Refused(head.faults()) : new Verdict.Accepted(List.of(header));
    }

    private static String place(JsonProcessingException broken) {
        // A limit that is hit, such as the depth, has no location.
        @Nullable
        JsonLocation where = broken.getLocation();
        return where == null ? "" : " at line " + where.getLineNr() + ", column " + where.getColumnNr();
    }

    private static void readFields(JsonParser parser, HeaderCheck head, Set<Part> parts) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            var name = parser.currentName();
            var token = parser.nextToken();
            var field = HeaderField.BY_JSON.get(name);
            var part = Part.BY_NAME.get(name);
            if (part != null && token == part.start) {
                parts.add(part);
            } else if (field != null && token.isScalarValue() && token != JsonToken.VALUE_NULL) {
                head.put(field, parser.getText());
            }
            parser.skipChildren();
        }
    }

    private static void requireParts(HeaderCheck head, Set<Part> parts) {
        var wanted = head.is(HeaderField.TYPE, "R") ? List.of(Part.UUR, Part.SUB_UNITS) : List.of(Part.UUT, Part.ROOT);
        for (var part : wanted) {
            if (!parts.contains(part)) {
                head.fault(part.json, "is required");
            }
        }
    }
}
