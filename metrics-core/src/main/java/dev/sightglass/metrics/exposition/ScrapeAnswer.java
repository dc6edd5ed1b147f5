package dev.sightglass.metrics.exposition;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/**
 * A scrape, ready to be sent. Immutable.
 *
 * @since 0.1.0
 */
public final class ScrapeAnswer {
    private final Format format;
    private final boolean gzip;
    private final byte[] body;

    /**
     * An answer.
     *
     * @param format the format of the body
     * @param gzip whether the body is compressed
     * @param body the body, which is not copied and must not change any more
     */
    public ScrapeAnswer(Format format, boolean gzip, byte[] body) {
        this.format = format;
        this.gzip = gzip;
        this.body = body;
    }

    /**
     * The value of the {@code Content-Type} header.
     *
     * @return the content type
     */
    public String contentType() {
        return format.contentType();
    }

    /**
     * The value of the {@code Content-Encoding} header.
     *
     * @return {@code gzip}, or empty if the body is not compressed
     */
    public Optional<String> contentEncoding() {
        return gzip ? Optional.of("gzip") : Optional.empty();
    }

    /**
     * The size of the body as it is sent.
     *
     * @return bytes
     */
    public int length() {
        return body.length;
    }

    /**
     * Writes the body.
     *
     * @param out where to; not closed
     * @throws IOException if writing fails
     */
    public void writeTo(OutputStream out) throws IOException {
        out.write(body);
    }

    /**
     * A copy of the body.
     *
     * @return the bytes as they are sent
     */
    public byte[] body() {
        return body.clone();
    }
}
