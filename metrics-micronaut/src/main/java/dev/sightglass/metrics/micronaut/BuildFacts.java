package dev.sightglass.metrics.micronaut;

import java.io.IOException;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the application's build wrote about itself. */
record BuildFacts(String version, String revision) {
    private static final Logger logger = LoggerFactory.getLogger(BuildFacts.class);
    private static final String FILE = "META-INF/sightglass-build.properties";
    private static final String UNKNOWN = "unknown";

    static Optional<BuildFacts> of(ClassLoader loader) {
        try (var in = loader.getResourceAsStream(FILE)) {
            if (in == null) {
                return Optional.empty();
            }
            var properties = new Properties();
            properties.load(in);
            return Optional.of(new BuildFacts(filled(properties.getProperty("version")),
                filled(properties.getProperty("revision"))));
        } catch (IOException | IllegalArgumentException failure) {
            logger.warn("{} on the class path cannot be read; there will be no build_info", FILE, failure);
            return Optional.empty();
        }
    }

    /** A placeholder that the build did not fill in says nothing. */
    private static String filled(@Nullable String value) {
        return value == null || value.isBlank() || value.contains("${") ? UNKNOWN : value.strip();
    }
}
