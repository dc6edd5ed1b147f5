package dev.sightglass.client.convert;

import dev.sightglass.converter.Converter;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds converters on the class path and in a folder of jars. What is broken is noted, and hinders nothing else. */
final class ConverterLoader {

    /** A converter with the place that it came from. */
    record Found(Converter converter, String origin) {}

    private static final Logger logger = LoggerFactory.getLogger(ConverterLoader.class);
    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int MAX_BROKEN_ENTRIES = 100;

    private final List<Found> found = new ArrayList<>();
    private final List<ConverterFailure> failures = new ArrayList<>();
    private final List<URLClassLoader> loaders = new ArrayList<>();

    List<Found> found() {
        return found;
    }

    List<ConverterFailure> failures() {
        return failures;
    }

    /** Must stay open as long as the converters serve: their classes are loaded when they are first used. */
    List<URLClassLoader> loaders() {
        return loaders;
    }

    void loadClassPath() {
        load(Converter.class.getClassLoader(), "the class path");
    }

    void loadJars(Path folder) {
        if (!Files.isDirectory(folder)) {
            logger.debug("no folder {}: only built-in converters serve", folder.toAbsolutePath());
            return;
        }
        for (var jar : jars(folder)) {
            loadJar(jar);
        }
    }

    private List<Path> jars(Path folder) {
        var jars = new ArrayList<Path>();
        try (var entries = Files.newDirectoryStream(folder)) {
            for (var entry : entries) {
                if (entry.toString().toLowerCase(Locale.ROOT).endsWith(".jar")) {
                    jars.add(entry);
                }
            }
        } catch (IOException | DirectoryIteratorException unreadable) {
            fail(folder.toString(), "cannot be listed: " + unreadable);
        }
        jars.sort(null);
        return jars;
    }

    private void loadJar(Path jar) {
        try {
            var loader = new URLClassLoader(jar.getFileName().toString(), new URL[]{jar.toUri().toURL()},
                Converter.class.getClassLoader());
            loaders.add(loader);
            if (loader.findResource("META-INF/services/" + Converter.class.getName()) == null) {
                fail(jar.toString(), "names no converter: META-INF/services/" + Converter.class.getName()
                    + " is missing in it, or it is not a jar");
            } else {
                load(loader, jar.toString());
            }
        } catch (IOException unreadable) {
            fail(jar.toString(), unreadable.toString());
        }
    }

    private void load(ClassLoader loader, String origin) {
        var providers = ServiceLoader.load(Converter.class, loader).stream().iterator();
        var broken = 0;
        while (broken < MAX_BROKEN_ENTRIES) {
            try {
                if (!providers.hasNext()) {
                    return;
                }
                var provider = providers.next();
                // A jar's loader also sees what its parent has.
                if (loader.equals(provider.type().getClassLoader())) {
                    add(provider.get(), origin);
                }
            } catch (ServiceConfigurationError | LinkageError unloadable) {
                broken++;
                var cause = unloadable.getCause();
                fail(origin, unloadable.getMessage() + (cause == null ? "" : ": " + cause));
            }
        }
    }

    private void add(Converter converter, String origin) {
        var fault = fault(converter);
        if (fault.isEmpty()) {
            found.add(new Found(converter, origin));
        } else {
            fail(origin, converter.getClass().getName() + ": " + fault);
        }
    }

    private static String fault(Converter converter) {
        try {
            if (!NAME.matcher(converter.name()).matches()) {
                return "name() must be lower-case letters, digits and hyphens. Found: '" + converter.name() + "'";
            }
            if (converter.version().isBlank()) {
                return "version() must not be blank";
            }
            return converter.patterns().isEmpty() ? "patterns() must not be empty" : "";
        } catch (RuntimeException | LinkageError broken) {
            return "cannot describe itself: " + broken;
        }
    }

    private void fail(String origin, String reason) {
        logger.warn("converter of {} is left out: {}", origin, reason);
        failures.add(new ConverterFailure(origin, reason));
    }
}
