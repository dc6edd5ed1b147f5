package dev.sightglass.client.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.sightglass.converter.InvalidSourceException;
import dev.sightglass.converter.Report;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes a report what the server can take: checks it, adds what is missing of station identity, times and id, and changes nothing else.
 * Every byte that the report had, save a byte order mark and the blank values that are filled, goes out as it came in. Thread-safe.
 */
@Singleton
public final class ReportCompleter {

    /** An attachment of 10 MB is a text of 14 million characters; what bounds a document is whoever reads the file. */
    private static final int LONGEST_TEXT = 200_000_000;

    private static final JsonFactory JSON = JsonFactory.builder()
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
        .streamReadConstraints(StreamReadConstraints.builder().maxStringLength(LONGEST_TEXT).build()).build();

    private final StationConfig station;

    /**
     * A completer for one station.
     *
     * @param station the identity for reports that carry none
     */
    public ReportCompleter(StationConfig station) {
        this.station = station;
    }

    /**
     * Checks and completes a report.
     *
     * @param report the report as its converter made it
     * @param fallbackStart when the test began, for a report that does not say
     * @return the completed report, or everything that is wrong with it
     */
    public Completion complete(Report report, Instant fallbackStart) {
        try {
            byte[] json = JsonBytes.utf8(report.json());
            var faults = new Faults();
            var header = read(json, faults);
            return header == null || !faults.isEmpty() ? new Completion.Invalid(faults.list())
                : new Completion.Complete(new Completer(station, header, fallbackStart).complete(report, json));
        } catch (InvalidSourceException wrongEncoding) {
            return new Completion.Invalid(List.of(new Fault("", String.valueOf(wrongEncoding.getMessage()))));
        }
    }

    private static @Nullable Header read(byte[] json, Faults faults) {
        try (var parser = JSON.createParser(json)) {
            var reading = new Reading(parser, faults);
            try {
                return read(reading, parser);
            } catch (JsonProcessingException unreadable) {
                reading.wrong(JsonProblems.explain(unreadable, parser));
                return null;
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("reading from memory cannot fail; this is a bug", impossible);
        }
    }

    private static @Nullable Header read(Reading reading, JsonParser parser) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            reading.wrong(JsonProblems.notAnObject(parser.currentToken()));
            return null;
        }
        var header = Header.read(reading);
        if (parser.nextToken() != null) {
            reading.wrong("expected nothing after the report. Found: more, at "
                + JsonProblems.at(parser.currentTokenLocation()));
        }
        return header;
    }
}
