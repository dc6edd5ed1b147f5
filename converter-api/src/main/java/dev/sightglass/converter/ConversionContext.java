package dev.sightglass.converter;

import java.time.Duration;
import java.util.OptionalInt;

/** What a conversion may know beside its source. Thread-safe. */
public interface ConversionContext {

    /**
     * The folder's arguments, defaults included.
     *
     * @return typed values for what {@link Converter#arguments()} declares
     */
    Arguments arguments();

    /**
     * Looks up the code of a test operation that a file gives by name only.
     *
     * @param operationName the name as the WATS server spells it; upper and lower case are different
     * @return the code, or empty when the server does not know the name or cannot be asked now
     */
    OptionalInt processCode(String operationName);

    /**
     * Looks up the code of a test operation that the conversion cannot do without.
     *
     * @param operationName the name as the WATS server spells it; upper and lower case are different
     * @return the code
     * @throws NotYetException when the server does not know the name or cannot be asked now: either may change without the file
     */
    default int requireProcessCode(String operationName) {
        return processCode(operationName).orElseThrow(() -> new NotYetException("operation '" + operationName
            + "' has no code in the file, and the server has not told which it has", Duration.ofMinutes(5)));
    }
}
