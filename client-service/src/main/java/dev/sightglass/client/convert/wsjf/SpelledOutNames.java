package dev.sightglass.client.convert.wsjf;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.sightglass.converter.Report;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The names partNumber, serialNumber and partRevision, which some clients write where the server wants pn, sn and rev. */
final class SpelledOutNames {

    private static final Map<String, String> SHORT =
        Map.of("partNumber", "pn", "serialNumber", "sn", "partRevision", "rev");

    private final Set<String> present = new HashSet<>();
    private final Map<Integer, String> places = new TreeMap<>();

    private SpelledOutNames() {}

    /**
     * Renames spelled-out members where the short one is absent; values, order and everything else stay.
     *
     * @param parser at the report's first token
     */
    static Report shorten(JsonParser parser, byte[] json) throws IOException {
        var names = new SpelledOutNames();
        try {
            names.find(parser);
        } catch (JsonProcessingException ignored) {
            // Whoever completes the report reads it again and reports this with every other fault.
            return Report.ofJson(json);
        }
        return Report.ofJson(names.apply(json));
    }

    private void find(JsonParser parser) throws IOException {
        for (String name = parser.nextFieldName(); name != null && !isComplete(); name = parser.nextFieldName()) {
            present.add(name);
            if (SHORT.containsKey(name)) {
                places.put((int) parser.currentTokenLocation().getByteOffset(), name);
            }
            parser.nextToken();
            parser.skipChildren();
        }
        places.values().removeIf(name -> present.contains(SHORT.get(name)));
    }

    /** Reports begin with these three, as a rule, so that the rest need not be read. */
    private boolean isComplete() {
        return present.containsAll(SHORT.values());
    }

    private byte[] apply(byte[] json) {
        if (places.isEmpty()) {
            return json;
        }
        var out = new ByteArrayOutputStream(json.length);
        int done = 0;
        for (var place : places.entrySet()) {
            int name = place.getKey() + 1;
            out.write(json, done, name - done);
            out.writeBytes(String.valueOf(SHORT.get(place.getValue())).getBytes(StandardCharsets.UTF_8));
            done = name + place.getValue().length();
        }
        out.write(json, done, json.length - done);
        return out.toByteArray();
    }
}
