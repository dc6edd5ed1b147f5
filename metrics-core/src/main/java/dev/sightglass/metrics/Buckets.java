package dev.sightglass.metrics;

import java.util.List;

/**
 * Upper bounds for classic buckets that fit common work. All lists are immutable and ascending; {@code +Inf} is
 * implied.
 *
 * @since 0.1.0
 */
public final class Buckets {
    /** Network and conversion times, in seconds: 5 ms to 60 s. */
    public static final List<Double> SECONDS = List.of(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0,
        30.0, 60.0);
    /** Work on the local machine, in seconds: 100 us to 1 s. */
    public static final List<Double> FAST_SECONDS = List.of(0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025,
        0.05, 0.1, 0.25, 1.0);
    /** Waiting and end-to-end times, in seconds: 100 ms to a day. */
    public static final List<Double> SLOW_SECONDS = List.of(0.1, 0.5, 1.0, 5.0, 10.0, 30.0, 60.0, 300.0, 900.0, 3600.0,
        14400.0, 86400.0);
    /** Payload sizes, in bytes: 256 B to 64 MiB. */
    public static final List<Double> BYTES = List.of(256.0, 1024.0, 4096.0, 16384.0, 65536.0, 262144.0, 1048576.0,
        4194304.0, 16777216.0, 67108864.0);

    private Buckets() {}
}
