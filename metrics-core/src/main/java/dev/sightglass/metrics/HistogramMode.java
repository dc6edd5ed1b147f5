package dev.sightglass.metrics;

/**
 * Which buckets a histogram keeps. A server that scrapes protobuf takes the native buckets, one that scrapes text takes
 * the classic ones.
 *
 * @since 0.1.0
 */
public enum HistogramMode {
    /** Fixed bounds and native buckets together: every server is served, at the cost of both. */
    CLASSIC_AND_NATIVE,
    /** Fixed bounds only: the cheapest update, and the only buckets in the text format. */
    CLASSIC,
    /** Native (exponential) buckets only: high resolution, few bytes, needs a server that scrapes protobuf. */
    NATIVE
}
