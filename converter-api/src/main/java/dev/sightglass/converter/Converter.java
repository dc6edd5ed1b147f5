package dev.sightglass.converter;

import java.util.List;

/**
 * Turns the files of one test system into WATS reports.
 *
 * <p>
 * Implementations are found with {@link java.util.ServiceLoader}, on the class path or in a jar in the service's {@code converters/}
 * folder, and need a public constructor without parameters. One instance serves all folders, from several threads at once: it must be
 * thread-safe, which a converter without fields is by nature.
 *
 * <p>
 * Whatever a converter throws, and a call that outlives the configured deadline, is held against the one file that it was given.
 */
public interface Converter {

    /**
     * The name that folders refer to and that metrics carry as a label.
     *
     * @return lower-case letters, digits and hyphens; never changes between versions
     */
    String name();

    /**
     * The version that is written into the journey of every report that this converter makes.
     *
     * @return a version such as {@code 1.2.0}
     */
    String version();

    /**
     * One sentence for people who choose a converter.
     *
     * @return what files this converter reads
     */
    String description();

    /**
     * File name patterns, used when a folder configures none.
     *
     * @return globs such as {@code *.csv}; upper and lower case are the same; never empty
     */
    List<String> patterns();

    /**
     * The arguments that a folder may set for this converter. A folder that sets any other stops the service from starting.
     *
     * @return the declared arguments; empty by default
     */
    default List<Argument<?>> arguments() {
        return List.of();
    }

    /**
     * Judges, cheaply and without side effects, how likely it is that {@link #convert} will make sense of the source.
     *
     * @param source the source, whole; look at its head first
     * @param arguments the folder's arguments
     * @return the confidence with its reason; below the folder's {@code reject} threshold the source is refused with that reason
     */
    Confidence probe(Source source, Arguments arguments);

    /**
     * Converts one source.
     *
     * @param source the source, whole
     * @param context the folder's arguments and look-ups
     * @return one or many reports, or why there are none
     * @throws InvalidSourceException when the content is wrong; its message is the reason that people read
     * @throws NotYetException when something is missing that is not the source's fault; equals {@link ConversionResult.Suspended}
     * @throws Exception when anything else fails; counts as a fault of the converter and is logged with its stack trace
     */
    ConversionResult convert(Source source, ConversionContext context) throws Exception;
}
