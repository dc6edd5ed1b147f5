package dev.sightglass.metrics.group;

/**
 * How a conversion ended.
 *
 * @since 0.1.0
 */
public enum ConversionStatus {
    /** Everything in the input became a report. */
    SUCCESS,
    /** A part of the input became reports. */
    PARTIAL,
    /** The input is not what the converter reads. */
    REJECTED,
    /** The converter broke. */
    FAILED,
    /** The converter took too long. */
    TIMEOUT,
    /** The conversion was called off, which is nobody's failure. */
    CANCELLED
}
