package dev.sightglass.client.report;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Optional;

/** Times as reports spell them: ISO 8601 with any number of fractional digits. */
final class ReportTime {

    private static final DateTimeFormatter LOCAL =
        new DateTimeFormatterBuilder().appendPattern("uuuu-MM-dd'T'HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 3, 9, true).toFormatter();
    private static final DateTimeFormatter WITH_OFFSET =
        new DateTimeFormatterBuilder().append(LOCAL).appendOffset("+HH:MM", "+00:00").toFormatter();

    private ReportTime() {}

    /** A local time with its offset. */
    static Optional<Instant> parse(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException ignored) {
            return Optional.empty();
        }
    }

    /** A time in UTC, which says so with Z, with an offset, or not at all. */
    static Optional<Instant> parseUtc(String text) {
        return parse(text).or(() -> {
            try {
                return Optional.of(LocalDateTime.parse(text).toInstant(ZoneOffset.UTC));
            } catch (DateTimeException ignored) {
                return Optional.empty();
            }
        });
    }

    static String utc(Instant time) {
        return LOCAL.format(time.atOffset(ZoneOffset.UTC)) + "Z";
    }

    static String withOffset(Instant time) {
        return WITH_OFFSET.format(time.atOffset(ZoneOffset.UTC));
    }
}
