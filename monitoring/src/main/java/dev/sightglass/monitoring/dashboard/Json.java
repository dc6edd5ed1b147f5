package dev.sightglass.monitoring.dashboard;

import com.fasterxml.jackson.databind.node.NullNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** JSON objects that keep the order in which they were written. */
final class Json {

    static final Object NULL = NullNode.getInstance();

    private Json() {}

    /** An object of keys and values in turn. */
    static Map<String, Object> object(Object... keysAndValues) {
        var object = new LinkedHashMap<String, Object>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            object.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return object;
    }
}
