package dev.sightglass.converter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;

/**
 * One report in the WATS Standard JSON Format, as a converter makes it: the service adds what is missing of station identity, times and
 * id, and checks the rest. Immutable as long as nobody writes into {@link #json()}.
 */
public final class Report {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final byte[] json;

    private Report(byte[] json) {
        this.json = json;
    }

    /**
     * A report that is JSON already. Its bytes reach the server as they are: unknown members, spelling of numbers and order included.
     *
     * @param json one JSON object; not copied
     * @return the report
     */
    public static Report ofJson(byte[] json) {
        return new Report(Objects.requireNonNull(json, "json"));
    }

    /**
     * A report from a JSON tree.
     *
     * @param tree the object with WSJF members
     * @return the report; later changes of the tree do not touch it
     */
    public static Report of(ObjectNode tree) {
        try {
            return new Report(MAPPER.writeValueAsBytes(tree));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree of plain JSON nodes can always be written; this is a bug",
                impossible);
        }
    }

    /**
     * The report's JSON. Not a copy: do not write into it.
     *
     * @return one JSON object, UTF-8 when made from a tree
     */
    public byte[] json() {
        return json;
    }
}
