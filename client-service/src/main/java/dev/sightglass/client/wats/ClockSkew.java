package dev.sightglass.client.wats;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * How far our clock is from the server's, by the date of its last answer. That date is cut to seconds, and was set somewhere between our
 * question and its answer: only what is certain in spite of both counts. Thread-safe.
 */
final class ClockSkew {

    private static final Duration RESOLUTION = Duration.ofSeconds(1);

    private volatile @Nullable Duration last;

    /** Takes in an answer's {@code Date}; one that cannot be read changes nothing. */
    void saw(String date, Instant asked, Instant answered) {
        try {
            var server = DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from);
            var least = Duration.between(server.plus(RESOLUTION), asked);
            var most = Duration.between(server, answered);
            last = least.isPositive() ? least : most.isNegative() ? most : Duration.ZERO;
        } catch (DateTimeException notADate) {
            // a server or proxy with a date of its own kind
        }
    }

    /** Our clock minus the server's, at least; null while no answer had a date. */
    @Nullable
    Duration last() {
        return last;
    }
}
