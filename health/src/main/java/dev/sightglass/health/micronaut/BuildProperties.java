package dev.sightglass.health.micronaut;

import java.io.IOException;
import java.util.List;
import java.util.Properties;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.sightglass.health.management.BuildInfo;
import dev.sightglass.health.management.GitInfo;

/** What the build left on the class path about itself: our own file, or those that common plug-ins write. */
final class BuildProperties {

    private static final Logger logger = LoggerFactory.getLogger(BuildProperties.class);
    private static final List<String> FILES =
        List.of("META-INF/sightglass-build.properties", "META-INF/build-info.properties", "git.properties");

    private final Properties all = new Properties();

    /** Reads every file that is there; the first one to give a key wins. */
    static BuildProperties of(ClassLoader loader) {
        var build = new BuildProperties();
        FILES.forEach(file -> build.read(loader, file));
        return build;
    }

    @Nullable
    String name() {
        return first("name", "build.name", "build.artifact");
    }

    BuildInfo build() {
        return new BuildInfo(first("version", "build.version", "git.build.version"),
            first("time", "build-time", "build.time", "git.build.time"));
    }

    GitInfo git() {
        return new GitInfo(first("revision", "git.commit.id.abbrev", "git.commit.id", "git.commit.id.full"),
            first("branch", "git.branch"), first("commit-time", "git.commit.time"), first("dirty", "git.dirty"));
    }

    private void read(ClassLoader loader, String file) {
        try (var in = loader.getResourceAsStream(file)) {
            if (in != null) {
                var found = new Properties();
                found.load(in);
                found.forEach(all::putIfAbsent);
            }
        } catch (IOException | IllegalArgumentException failure) {
            logger.warn("{} on the class path cannot be read; build information will be incomplete", file, failure);
        }
    }

    private @Nullable String first(String... keys) {
        for (var key : keys) {
            var value = all.getProperty(key);
            // An unfiltered placeholder says that the build did not fill it in.
            if (value != null && !value.isBlank() && !value.contains("${") && !value.contains("@")) {
                return value.strip();
            }
        }
        return null;
    }
}
