package dev.sightglass.health.micronaut;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import dev.sightglass.health.management.DetailsVisibility;
import io.micronaut.context.env.Environment;

/**
 * Refuses values that cannot be read. The framework would take the default in their place without a word: a port that is
 * a typing error would become 9090.
 */
final class StrictSettings {

    private static final String CHECKS = "sightglass.health.checks";
    private static final Map<String, Class<?>> SETTINGS = Map.of("sightglass.metrics.port", Integer.class,
        "sightglass.management.details", DetailsVisibility.class, "sightglass.health.main-listener.enabled",
        Boolean.class);
    private static final Map<String, Class<?>> OF_EACH_CHECK = Map.of("enabled", Boolean.class, "interval",
        Duration.class, "deadline", Duration.class, "bad", Integer.class, "of", Integer.class, "good", Integer.class);

    private static final Pattern YES_OR_NO = Pattern.compile("(?i)true|false|yes|no|on|off|y|n");

    private StrictSettings() {}

    static void verify(Environment environment) {
        SETTINGS.forEach((key, type) -> verify(environment, key, type));
        for (var check : environment.getPropertyEntries(CHECKS)) {
            OF_EACH_CHECK.forEach((key, type) -> verify(environment, CHECKS + "." + check + "." + key, type));
        }
    }

    private static void verify(Environment environment, String key, Class<?> type) {
        var text = environment.getProperty(key, String.class).orElse("");
        boolean readable = type == Boolean.class ? YES_OR_NO.matcher(text).matches()
            : environment.getProperty(key, type).isPresent();
        if (!text.isBlank() && !readable) {
            throw new IllegalArgumentException(key + ": must be " + words(type) + ". Found: " + text);
        }
    }

    private static String words(Class<?> type) {
        if (type.isEnum()) {
            return "one of " + Arrays.toString(type.getEnumConstants()).toLowerCase(Locale.ROOT);
        }
        return type == Duration.class ? "a duration such as 10s"
            : type == Boolean.class ? "true or false" : "a whole number";
    }
}
