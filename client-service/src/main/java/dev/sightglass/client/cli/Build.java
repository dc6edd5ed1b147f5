package dev.sightglass.client.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** What the build wrote about itself. */
final class Build implements IVersionProvider {

    private final Properties properties = new Properties();

    Build() {
        try (var in = Build.class.getResourceAsStream("/META-INF/sightglass-build.properties")) {
            if (in != null) {
                properties.load(in);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the jar is damaged; build or download it again", unreadable);
        }
    }

    String version() {
        return properties.getProperty("version", "unknown");
    }

    String revision() {
        return properties.getProperty("revision", "unknown");
    }

    @Override
    public String[] getVersion() {
        return new String[]{"sightglass " + version() + " (revision " + revision() + "), Java " + Runtime.version()};
    }
}
