package dev.sightglass.client.report;

import static dev.sightglass.client.report.Field.*;

import dev.sightglass.converter.Report;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Adds to one valid report what it lacks. */
final class Completer {

    private final StationConfig station;
    private final Header header;
    private final Instant fallbackStart;
    private final Splice splice;

    Completer(StationConfig station, Header header, Instant fallbackStart) {
        this.station = station;
        this.header = header;
        this.fallbackStart = fallbackStart;
        this.splice = new Splice(header);
    }

    CompletedReport complete(Report report, byte[] json) {
        var id = header.text(ID).map(UUID::fromString).orElseGet(() -> Ids.ofContent(report.json()));
        fill(ID, id.toString());
        fill(MACHINE_NAME, station.name());
        fill(LOCATION, station.location());
        fill(PURPOSE, station.purpose());
        fillTimes();
        if (!header.has(UUT) && required(TYPE).equals("T")) {
            splice.add(UUT, "{}");
        }
        return new CompletedReport(id, required(PART_NUMBER), required(SERIAL_NUMBER), required(RESULT),
            splice.apply(json));
    }

    private void fill(Field field, String value) {
        if (!header.has(field)) {
            splice.addText(field, value);
        }
    }

    private void fillTimes() {
        Optional<Instant> start = header.text(START).flatMap(ReportTime::parse);
        Optional<Instant> startUtc = header.text(START_UTC).flatMap(ReportTime::parseUtc);
        var time = start.or(() -> startUtc).orElse(fallbackStart);
        fill(START, ReportTime.withOffset(time));
        fill(START_UTC, ReportTime.utc(time));
    }

    private String required(Field field) {
        return header.text(field)
            .orElseThrow(() -> new IllegalStateException("a valid report has " + field.member() + "; this is a bug"));
    }
}
