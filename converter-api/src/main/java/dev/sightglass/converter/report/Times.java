package dev.sightglass.converter.report;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;

/** Times as test systems write them. */
public final class Times {

    private static final DateTimeFormatter ISO_LIKE = new DateTimeFormatterBuilder().parseCaseInsensitive()
        .append(DateTimeFormatter.ISO_LOCAL_DATE).optionalStart().appendLiteral('T').optionalEnd().optionalStart()
        .appendLiteral(' ').optionalEnd().appendPattern("HH:mm[:ss]").optionalStart()
        .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true).optionalEnd().optionalStart().appendOffsetId()
        .optionalEnd().toFormatter();

    private Times() {}

    /**
     * Reads a time in the manner of ISO 8601, with T or a space between date and time, with or without seconds, their fraction and an
     * offset.
     *
     * @param text the time
     * @param zone the zone of a time without offset
     * @return the time with its offset
     * @throws DateTimeException when the text is no such time
     */
    public static OffsetDateTime parse(String text, ZoneId zone) {
        return parse(text, ISO_LIKE, zone);
    }

    /**
     * Reads a time in a format of its own.
     *
     * @param text the time
     * @param format the format; may contain an offset or zone
     * @param zone the zone of a time without one
     * @return the time with its offset
     * @throws DateTimeException when the text does not fit the format
     */
    public static OffsetDateTime parse(String text, DateTimeFormatter format, ZoneId zone) {
        var parsed = format.parseBest(text.strip(), OffsetDateTime::from, LocalDateTime::from);
        return parsed instanceof LocalDateTime local ? local.atZone(zone).toOffsetDateTime() : (OffsetDateTime) parsed;
    }
}
