package dev.sightglass.client.upload;

/**
 * How reports go out at one moment.
 *
 * @param underWay how many are on their way to the server
 * @param concurrency how many may be now, as adapted to how the server bears them
 * @param concurrencyMost how many the configuration allows
 * @param rateLimit the limit of requests in force, such as {@code 500/60s}, or {@code none}
 * @param rateLimited whether it holds reports back now
 */
public record UploadFlow(int underWay, int concurrency, int concurrencyMost, String rateLimit, boolean rateLimited) {}
