package dev.sightglass.metrics.exposition;

import org.jspecify.annotations.Nullable;

/**
 * The formats of a scrape.
 *
 * @since 0.1.0
 */
public enum Format {
    /** Prometheus text 0.0.4: what every server and every person reads. No native histograms, no exemplars. */
    TEXT("text/plain", "text/plain; version=0.0.4; charset=utf-8"),
    /** OpenMetrics text 1.0: with units and exemplars; no native histograms. */
    OPENMETRICS("application/openmetrics-text", "application/openmetrics-text; version=1.0.0; charset=utf-8"),
    /** Prometheus protobuf, delimited: with native histograms and exemplars. */
    PROTOBUF("application/vnd.google.protobuf",
        "application/vnd.google.protobuf; proto=io.prometheus.client.MetricFamily; encoding=delimited"),
    /** A summary for people and scripts: present values, and for histograms count, sum and estimated quantiles. */
    JSON("application/json", "application/json");

    private final String mediaType;
    private final String contentType;

    Format(String mediaType, String contentType) {
        this.mediaType = mediaType;
        this.contentType = contentType;
    }

    /**
     * The value of the {@code Content-Type} header.
     *
     * @return the content type with its parameters
     */
    public String contentType() {
        return contentType;
    }

    /**
     * The type without parameters.
     *
     * @return such as {@code text/plain}
     */
    public String mediaType() {
        return mediaType;
    }

    /**
     * Whether this program can write the format. Protobuf needs
     * {@code io.prometheus:prometheus-metrics-exposition-formats} on the class path; the others need nothing.
     *
     * @return true if it can be written
     */
    public boolean isAvailable() {
        return this != PROTOBUF || Scrape.canWriteProtobuf();
    }

    /**
     * The format that an {@code Accept} header asks for: the one with the highest quality value; among equals the one
     * that is named more exactly, then the one that is declared first here. A server must answer something, so a header
     * that is absent, malformed or asks for nothing that exists gets {@link #TEXT}. A format that
     * is not {@linkplain #isAvailable() available} is passed over.
     *
     * @param accept the header's value, or null if there is none
     * @return the format to answer in
     */
    public static Format negotiate(@Nullable String accept) {
        return accept == null ? TEXT : AcceptHeader.parse(accept).best();
    }
}
