package dev.sightglass.client.convert;

import dev.sightglass.client.convert.ConverterLoader.Found;
import dev.sightglass.converter.Converter;
import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The converters that serve, by name, and those that could not be loaded. Immutable. */
public final class ConverterRegistry implements AutoCloseable {

    private static final Logger logger = LoggerFactory.getLogger(ConverterRegistry.class);
    private static final int NEAR = 3;

    private final SortedMap<String, Found> converters = new TreeMap<>();
    private final List<ConverterFailure> failures;
    private final List<URLClassLoader> loaders;

    private ConverterRegistry(ConverterLoader loader) {
        this.failures = List.copyOf(loader.failures());
        this.loaders = List.copyOf(loader.loaders());
        for (var found : loader.found()) {
            var other = converters.putIfAbsent(found.converter().name(), found);
            if (other != null) {
                throw new ConverterException(
                    "two converters have the name '%s': %s of %s, and %s of %s. Remove or rename one".formatted(
                        found.converter().name(), other.converter().getClass().getName(), other.origin(),
                        found.converter().getClass().getName(), found.origin()));
            }
        }
    }

    /**
     * Loads the converters of the class path and of a folder of jars.
     *
     * @param folder of jars; need not exist
     * @return the registry
     * @throws ConverterException when two converters have the same name
     */
    public static ConverterRegistry load(Path folder) {
        var loader = new ConverterLoader();
        loader.loadClassPath();
        loader.loadJars(folder);
        return new ConverterRegistry(loader);
    }

    /**
     * Looks up a converter.
     *
     * @param name its name
     * @return the converter, or empty when none of that name serves
     */
    public Optional<Converter> find(String name) {
        return Optional.ofNullable(converters.get(name)).map(Found::converter);
    }

    /**
     * Looks up a converter that has to be there.
     *
     * @param name its name
     * @return the converter
     * @throws ConverterException when none of that name serves; says which is meant, or which there are
     */
    public Converter get(String name) {
        return find(name).orElseThrow(() -> new ConverterException(unknown(name)));
    }

    /**
     * The converters that serve.
     *
     * @return sorted by name
     */
    public Collection<Converter> all() {
        return converters.values().stream().map(Found::converter).toList();
    }

    /**
     * What could not be loaded.
     *
     * @return in the order of loading; empty when all is well
     */
    public List<ConverterFailure> failures() {
        return failures;
    }

    private String unknown(String name) {
        var near = LevenshteinDistance.getDefaultInstance();
        var hint = converters.keySet().stream().filter(known -> near.apply(known, name) <= NEAR)
            .min((one, other) -> near.apply(one, name) - near.apply(other, name))
            .map(known -> ". Did you mean '" + known + "'?").orElse("");
        var broken = failures.isEmpty() ? "" : ". Not loaded: " + failures;
        return "no converter has the name '" + name + "'" + hint + " Known: " + String.join(", ", converters.keySet())
            + broken;
    }

    /** Lets go of the jars. */
    @Override
    public void close() {
        for (var loader : loaders) {
            try {
                loader.close();
            } catch (IOException failed) {
                logger.debug("{} could not be closed", loader.getName(), failed);
            }
        }
    }
}
