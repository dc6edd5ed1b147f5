package dev.sightglass.metrics.correlation;

import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * An id in the form of a W3C trace id: 32 lower case hexadecimal digits, not all zero. Because nothing else is let in,
 * an id can be put into a log line or a header without escaping.
 *
 * @param value the 32 digits
 * @since 0.1.0
 */
public record CorrelationId(String value) {
    /** The header that carries the id by itself. */
    public static final String HEADER = "X-Correlation-ID";
    /** The W3C header that carries the id as trace id. */
    public static final String TRACEPARENT = "traceparent";
    /** The key of the id in the log context. */
    public static final String MDC_KEY = "correlation_id";

    private static final int LENGTH = 32;
    private static final int SPAN_LENGTH = 16;
    private static final int TRACEPARENT_LENGTH = 55;
    private static final String NO_TRACE = "0".repeat(LENGTH);
    private static final String NO_SPAN = "0".repeat(SPAN_LENGTH);

    /** Checks the form. */
    public CorrelationId {
        if (!isValid(value)) {
            throw new IllegalArgumentException(
                "correlation id: must be 32 lower case hexadecimal digits, not all zero. Found: " + shown(value));
        }
    }

    /**
     * A new id. It is unique, not secret: it identifies, and must not authorise.
     *
     * @return a random id
     */
    public static CorrelationId random() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long high = random.nextLong();
        long low = random.nextLong();
        return new CorrelationId(hex(high) + hex(low == 0 ? 1 : low));
    }

    /**
     * Reads an id that came from outside, strictly: no white space is trimmed, no case is folded.
     *
     * @param text the text, or null
     * @return the id, or empty if the text is not one
     */
    public static Optional<CorrelationId> parse(@Nullable String text) {
        return text != null && isValid(text) ? Optional.of(new CorrelationId(text)) : Optional.empty();
    }

    /**
     * Reads the trace id out of a W3C {@code traceparent} header, strictly. Of versions later than 00 the first four
     * fields are read, as the recommendation asks.
     *
     * @param header the header's value, or null
     * @return the id, or empty if the header is not valid
     */
    public static Optional<CorrelationId> fromTraceparent(@Nullable String header) {
        if (header == null || header.length() < TRACEPARENT_LENGTH) {
            return Optional.empty();
        }
        boolean wellFormed = isHex(header, 0, 2) && header.charAt(2) == '-' && header.charAt(35) == '-'
            && isHex(header, 36, 52) && header.charAt(52) == '-' && isHex(header, 53, 55)
            && !header.startsWith("ff") && !header.startsWith(NO_SPAN, 36)
            && (header.length() == TRACEPARENT_LENGTH
                || (!header.startsWith("00") && header.charAt(TRACEPARENT_LENGTH) == '-'));
        return wellFormed ? parse(header.substring(3, 35)) : Optional.empty();
    }

    /**
     * A {@code traceparent} header for an outgoing call, with a new parent id and the sampled flag off: whether to record
     * is a tracer's choice.
     *
     * @return the header's value
     */
    public String toTraceparent() {
        long span = ThreadLocalRandom.current().nextLong();
        return "00-" + value + "-" + hex(span == 0 ? 1 : span) + "-00";
    }

    @Override
    public String toString() {
        return value;
    }

    private static boolean isValid(String text) {
        return text.length() == LENGTH && isHex(text, 0, LENGTH) && !text.equals(NO_TRACE);
    }

    private static boolean isHex(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
                return false;
            }
        }
        return true;
    }

    private static String hex(long value) {
        String digits = Long.toHexString(value);
        return "0".repeat(SPAN_LENGTH - digits.length()) + digits;
    }

    /** What may be wrong is not put into a message as it came: it could forge log lines. */
    private static String shown(String text) {
        return text.length() + " characters";
    }
}
