package dev.sightglass.client.convert.wstf;

import dev.sightglass.converter.InvalidSourceException;
import dev.sightglass.converter.report.Comparison;
import dev.sightglass.converter.report.Measurement;
import dev.sightglass.converter.report.Status;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a row measured. */
final class RowMeasurement {

    private RowMeasurement() {}

    /**
     * Reads the measurement of a row.
     *
     * @param usual the status of a row that gives none; null when its limits tell
     */
    static Measurement read(Row row, String type, @Nullable Status usual) {
        var name = row.has(Column.MEASURE) ? row.text(Column.MEASURE) : null;
        var given = row.status().map(RowMeasurement::status).orElse(usual);
        return switch (type) {
            case "numeric" -> new Measurement.Numeric(name, row.decimal(Column.VALUE).orElse(null),
                row.text(Column.UNIT), row.limits(), given);
            case "passfail" -> new Measurement.PassFail(name, given == null ? answer(row) : given);
            default -> text(row, name, given);
        };
    }

    private static Measurement text(Row row, @Nullable String name, @Nullable Status given) {
        var limit = row.has(Column.LOW_LIMIT) ? row.text(Column.LOW_LIMIT) : null;
        var usual = limit == null ? Comparison.LOG : Comparison.CASESENSIT;
        return new Measurement.Text(name, row.text(Column.VALUE), row.comparison().orElse(usual), limit, given);
    }

    private static Status answer(Row row) {
        return switch (row.text(Column.VALUE).toLowerCase(Locale.ROOT)) {
            case "true", "1", "yes" -> Status.PASSED;
            case "false", "0", "no" -> Status.FAILED;
            default -> Status.ofWord(row.text(Column.VALUE)).orElseThrow(
                () -> row.line().wrong(
                    "Value: expected true or false. Found: " + InvalidSourceException.quote(row.text(Column.VALUE))));
        };
    }

    /** A measurement passes, fails or is left out; the finer words are for steps. */
    static Status status(Status status) {
        return switch (status) {
            case PASSED, DONE -> Status.PASSED;
            case FAILED, ERROR, TERMINATED -> Status.FAILED;
            case SKIPPED -> Status.SKIPPED;
        };
    }
}
