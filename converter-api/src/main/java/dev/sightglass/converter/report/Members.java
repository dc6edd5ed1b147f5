package dev.sightglass.converter.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The members of a JSON object in the making; absent and empty values are left out. */
final class Members {

    private final ObjectNode json = JsonNodeFactory.instance.objectNode();

    Members text(String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            json.put(name, value.strip());
        }
        return this;
    }

    /** A text in which white space and emptiness mean something, such as a measured one. */
    Members exactText(String name, @Nullable String value) {
        if (value != null) {
            json.put(name, value);
        }
        return this;
    }

    Members number(String name, @Nullable Decimal value) {
        return value == null ? this : node(name, value.toJson());
    }

    Members whole(String name, @Nullable Integer value) {
        if (value != null) {
            json.put(name, value.intValue());
        }
        return this;
    }

    Members status(String name, @Nullable Status value) {
        return value == null ? this : text(name, value.letter());
    }

    Members node(String name, @Nullable JsonNode value) {
        if (value != null) {
            json.set(name, value);
        }
        return this;
    }

    Members list(String name, List<? extends JsonNode> values) {
        if (!values.isEmpty()) {
            json.putArray(name).addAll(values);
        }
        return this;
    }

    ObjectNode json() {
        return json;
    }
}
