package dev.sightglass.client.log;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The two settings of the log. They come from the environment, for the log has to work before the configuration is read; logback itself
 * would take a misspelt format for silence and a misspelt level for {@code DEBUG}.
 */
public final class LogSettings {

    /** Names the format. */
    public static final String FORMAT = "SIGHTGLASS_LOG_FORMAT";
    /** Names the level. */
    public static final String LEVEL = "SIGHTGLASS_LOG_LEVEL";

    private static final Set<String> FORMATS = Set.of("text", "json");
    private static final Set<String> LEVELS = Set.of("TRACE", "DEBUG", "INFO", "WARN", "ERROR", "OFF");

    private LogSettings() {}

    /**
     * Checks both.
     *
     * @param environment of the process
     * @throws IllegalArgumentException when one has a value that logback would not understand
     */
    public static void check(Map<String, String> environment) {
        var format = environment.getOrDefault(FORMAT, "text");
        if (!FORMATS.contains(format)) {
            throw new IllegalArgumentException(FORMAT + ": must be text or json. Found: " + LogText.of(format));
        }
        var level = environment.getOrDefault(LEVEL, "INFO");
        if (!LEVELS.contains(level.toUpperCase(Locale.ROOT))) {
            throw new IllegalArgumentException(
                LEVEL + ": must be TRACE, DEBUG, INFO, WARN, ERROR or OFF. Found: " + LogText.of(level));
        }
    }
}
