package dev.sightglass.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The configuration keys of the service, from the page that is held to its code elsewhere. An unknown key stops the service. */
public final class ServiceKeys {

    private static final Path PAGE = Path.of("../docs/configuration.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `sightglass\\.([^`]+)`");
    /** Read by the entry point and the log configuration. */
    private static final List<String> VARIABLES = List.of("SIGHTGLASS_JAVA_OPTS", "SIGHTGLASS_LOG_LEVEL",
        "SIGHTGLASS_LOG_FORMAT");

    private ServiceKeys() {}

    /**
     * All keys.
     *
     * @return the names below {@code sightglass}, with {@code [*]} for places in lists
     */
    public static List<String> all() {
        try {
            return ROW.matcher(Files.readString(PAGE)).results().map(found -> found.group(1)).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Whether the service reads the key.
     *
     * @param key such as {@code folders[0].arguments.delimiter}
     * @return true if it does
     */
    public static boolean knows(String key) {
        return all().stream().anyMatch(name -> key.matches(pattern(name)));
    }

    /**
     * Whether the service reads the variable of the environment.
     *
     * @param variable such as {@code SIGHTGLASS_WATS_URL}
     * @return true if it does
     */
    public static boolean knowsVariable(String variable) {
        return VARIABLES.contains(variable) || all().stream().map(name -> "SIGHTGLASS_"
            + name.toUpperCase(Locale.ROOT).replace("[*].", "_0_").replace('.', '_').replace('-', '_'))
            .anyMatch(variable::equals);
    }

    private static String pattern(String name) {
        return Pattern.quote(name).replace("[*]", "[\\E\\d+\\Q]").replace(".*.", ".\\E[^.]+\\Q.")
            + (name.endsWith("arguments") || name.endsWith("outcomes") ? "\\..+" : "");
    }

    /**
     * The keys that a configuration sets.
     *
     * @param configuration what is below {@code sightglass}
     * @return its keys, with places in lists
     */
    public static List<String> in(JsonNode configuration) {
        var keys = new ArrayList<String>();
        collect(configuration, "", keys);
        return keys;
    }

    private static void collect(JsonNode node, String path, List<String> keys) {
        if (node.isObject()) {
            node.properties().forEach(
                child -> collect(child.getValue(), path.isEmpty() ? child.getKey() : path + "." + child.getKey(),
                    keys));
        } else if (node.isArray()) {
            for (int place = 0; place < node.size(); place++) {
                collect(node.get(place), path + "[" + place + "]", keys);
            }
        } else {
            keys.add(path);
        }
    }
}
