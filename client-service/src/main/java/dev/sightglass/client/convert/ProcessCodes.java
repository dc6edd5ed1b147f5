package dev.sightglass.client.convert;

import java.util.OptionalInt;

/** Looks up codes of test operations for files that give names only. Thread-safe. */
@FunctionalInterface
public interface ProcessCodes {

    /**
     * Looks up one operation.
     *
     * @param operationName the name as the WATS server spells it
     * @return the code, or empty when the name is unknown or the server cannot be asked now
     */
    OptionalInt codeOf(String operationName);
}
