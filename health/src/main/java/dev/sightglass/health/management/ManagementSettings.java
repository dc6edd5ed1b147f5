package dev.sightglass.health.management;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.netty.handler.ssl.SslContext;

/**
 * What a {@link ManagementServer} needs to know.
 *
 * @param address where to listen; port 0 takes any free one
 * @param basePath before every path: empty, or like {@code /ops}
 * @param credentials what is asked of those who want more than a probe
 * @param tls null for plain HTTP
 * @param limits what one caller can take
 */
public record ManagementSettings(InetSocketAddress address, String basePath, Credentials credentials,
    @Nullable SslContext tls, Limits limits) {

    private static final Pattern BASE_PATH = Pattern.compile("(/[A-Za-z0-9._~-]+)*");

    /** Checks the base path. */
    public ManagementSettings {
        if (!BASE_PATH.matcher(basePath).matches()) {
            throw new IllegalArgumentException(
                "sightglass.management.base-path: must be empty or like /ops, without a slash at its end. Found: "
                    + basePath);
        }
    }

    /**
     * What callers can take, so that none can take everything.
     *
     * @param connections open at once; more are closed at once
     * @param nextRequest how long a connection may take until its next request is complete
     * @param delivery how long an answer may take to be read
     * @param bytesOnTheirWay the size of all large answers that are being read, together
     */
    public record Limits(int connections, Duration nextRequest, Duration delivery, long bytesOnTheirWay) {

        /** 1,024 connections, 2 minutes, 30 s, 64 MiB. */
        public static final Limits DEFAULT = new Limits(1024, Duration.ofMinutes(2), Duration.ofSeconds(30), 64L << 20);
    }
}
