package dev.sightglass.simulator;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the server knows of one report id. Immutable; a repeat makes a new one. */
public final class StoredReport {

    private final UUID id;
    private final long number;
    private final int posts;
    private final ReportHeader head;
    private final byte[] digest;
    private final @Nullable Content content;

    StoredReport(UUID id, long number, int posts, ReportHeader head, byte[] digest) {
        this(id, number, posts, head, digest, null);
    }

    StoredReport(UUID id, long number, int posts, Content content) {
        this(id, number, posts, content.header, new byte[0], content);
    }

    private StoredReport(UUID id, long number, int posts, ReportHeader head, byte[] digest,
        @Nullable Content content) {
        this.id = id;
        this.number = number;
        this.posts = posts;
        this.head = head;
        this.digest = digest;
        this.content = content;
    }

    /** The report's own id. */
    public UUID id() {
        return id;
    }

    /** What identifies the report in the last post; kept even when its bytes are not. */
    public ReportHeader head() {
        return head;
    }

    /** The place in the order of first arrival, from 1. */
    public long number() {
        return number;
    }

    /** How often this id was posted and accepted. */
    public int posts() {
        return posts;
    }

    /** The SHA-256 of the body of the last post, in lower-case hex. */
    public String sha256() {
        return Digests.hex(content == null ? digest : content.sha256());
    }

    /** The last post itself; empty once the budget for kept bytes was used up. */
    public Optional<Content> content() {
        return Optional.ofNullable(content);
    }

    /** The body of the last post, byte for byte after unpacking; empty when it was not kept. */
    public Optional<byte[]> bytes() {
        return content().map(Content::bytes);
    }

    /** A header of the last post, for example {@code Idempotency-Key}; empty when it was absent or not kept. */
    public Optional<String> header(String name) {
        return content().map(kept -> kept.headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /** One accepted post. */
    public static final class Content {

        private final ReportHeader header;
        private final ReportFormat format;
        private final byte[] bytes;
        private final Map<String, String> headers;

        Content(ReportHeader header, ReportFormat format, byte[] bytes, Map<String, String> headers) {
            this.header = header;
            this.format = format;
            this.bytes = bytes;
            this.headers = headers;
        }

        /** What identifies the report. */
        public ReportHeader header() {
            return header;
        }

        /** The format in which it came. */
        public ReportFormat format() {
            return format;
        }

        /** The body, byte for byte after unpacking. */
        public byte[] bytes() {
            return bytes.clone();
        }

        int size() {
            return bytes.length;
        }

        byte[] sha256() {
            return Digests.sha256(bytes);
        }

        /** The request headers that were kept, by lower-case name. */
        public Map<String, String> headers() {
            return headers;
        }
    }
}
