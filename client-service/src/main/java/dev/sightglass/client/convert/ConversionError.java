package dev.sightglass.client.convert;

/** Why a source was refused, as the metrics count it. */
enum ConversionError {
    /** The converter says that the content is wrong. */
    REJECTED,
    /** The converter is not confident that the source is its own. */
    LOW_CONFIDENCE,
    /** What the converter made is not a valid report. */
    INVALID_REPORT,
    /** The source may not be taken at all. */
    UNFIT,
    /** The converter threw. */
    EXCEPTION,
    /** The converter recursed without end. */
    STACK_OVERFLOW,
    /** The converter asked for more memory than there is. */
    OUT_OF_MEMORY,
    /** The converter did not end in time. */
    TIMEOUT
}
