package dev.sightglass.simulator;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a simulator is set up; start from {@link #defaults()} and change what matters.
 *
 * @param host the address to listen on
 * @param port the port to listen on; 0 takes any free one
 * @param token the ready-made {@code Authorization: Basic} token that clients must send; null lets everybody in
 * @param readOnlyTokens tokens that may read and get 403 when they write
 * @param latency what every answer of the WATS API waits before it is given
 * @param maxBodyBytes the largest body, after unpacking, that is taken; more is answered with 413
 * @param keepBytes how many bytes of reports are kept to be read back; past that a report leaves its id, head and SHA-256 only
 * @param processes the operations that reports may name
 * @param rateLimit how many requests of the WATS API are taken in any stretch of the rate period, the rest being answered with 429 and
 *        {@code Retry-After}; 0 for no limit
 * @param ratePeriod the length of that stretch
 * @param wireFaults whether a relay stands before the HTTP server so that connections can be reset; it costs some CPU per request
 */
public record SimulatorOptions(String host, int port, @Nullable String token, Set<String> readOnlyTokens,
    Duration latency,
    long maxBodyBytes, long keepBytes, List<WatsProcess> processes, long rateLimit, Duration ratePeriod,
    boolean wireFaults) {

    public SimulatorOptions {
        require(port >= 0 && port <= 65_535, "port", "0 to 65535", port);
        require(!latency.isNegative(), "latency", "not negative", latency);
        require(maxBodyBytes > 0 && maxBodyBytes < Integer.MAX_VALUE - 8, "maxBodyBytes", "1 to 2 GiB", maxBodyBytes);
        require(keepBytes >= 0, "keepBytes", "not negative", keepBytes);
        require(rateLimit >= 0, "rateLimit", "not negative", rateLimit);
        require(ratePeriod.isPositive(), "ratePeriod", "positive", ratePeriod);
        readOnlyTokens = Set.copyOf(readOnlyTokens);
        processes = List.copyOf(processes);
    }

    /** Any free port of 127.0.0.1, no token, no latency, bodies up to 30 MB, 64 MiB of reports kept, no limit of requests, no relay. */
    public static SimulatorOptions defaults() {
        return new SimulatorOptions("127.0.0.1", 0, null, Set.of(), Duration.ZERO, 30_000_000, 64L << 20,
            WatsProcess.defaults(), 0, Duration.ofMinutes(1), false);
    }

    public SimulatorOptions withHost(String value) {
        return new SimulatorOptions(value, port, token, readOnlyTokens, latency, maxBodyBytes, keepBytes, processes,
            rateLimit, ratePeriod,
            wireFaults);
    }

    public SimulatorOptions withPort(int value) {
        return new SimulatorOptions(host, value, token, readOnlyTokens, latency, maxBodyBytes, keepBytes, processes,
            rateLimit, ratePeriod,
            wireFaults);
    }

    public SimulatorOptions withToken(@Nullable String value) {
        return new SimulatorOptions(host, port, value, readOnlyTokens, latency, maxBodyBytes, keepBytes, processes,
            rateLimit, ratePeriod,
            wireFaults);
    }

    public SimulatorOptions withReadOnlyTokens(Set<String> value) {
        return new SimulatorOptions(host, port, token, value, latency, maxBodyBytes, keepBytes, processes, rateLimit,
            ratePeriod,
            wireFaults);
    }

    public SimulatorOptions withLatency(Duration value) {
        return new SimulatorOptions(host, port, token, readOnlyTokens, value, maxBodyBytes, keepBytes, processes,
            rateLimit, ratePeriod,
            wireFaults);
    }

    public SimulatorOptions withMaxBodyBytes(long value) {
        return new SimulatorOptions(host, port, token, readOnlyTokens, latency, value, keepBytes, processes, rateLimit,
            ratePeriod,
            wireFaults);
    }

    public SimulatorOptions withKeepBytes(long value) {
        return new SimulatorOptions(host, port, token, readOnlyTokens, latency, maxBodyBytes, value, processes,
            rateLimit, ratePeriod,
            wireFaults);
    }

    public SimulatorOptions withProcesses(List<WatsProcess> value) {
        return new SimulatorOptions(host, port, token, readOnlyTokens, latency, maxBodyBytes, keepBytes, value,
            rateLimit,
            ratePeriod, wireFaults);
    }

    public SimulatorOptions withRateLimit(long requests, Duration period) {
        return new SimulatorOptions(host, port, token, readOnlyTokens, latency, maxBodyBytes, keepBytes, processes,
            requests, period, wireFaults);
    }

    public SimulatorOptions withWireFaults(boolean value) {
        return new SimulatorOptions(host, port, token, readOnlyTokens, latency, maxBodyBytes, keepBytes, processes,
            rateLimit,
            ratePeriod, value);
    }

    private static void require(boolean holds, String name, String expected, Object found) {
        if (!holds) {
            throw new IllegalArgumentException("%s: must be %s. Found: %s".formatted(name, expected, found));
        }
    }
}
