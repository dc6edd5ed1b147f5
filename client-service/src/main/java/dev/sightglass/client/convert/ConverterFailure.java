package dev.sightglass.client.convert;

/**
 * A converter that could not be loaded. The others serve.
 *
 * @param origin the jar, or {@code the class path}
 * @param reason what is wrong with it
 */
public record ConverterFailure(String origin, String reason) {}
