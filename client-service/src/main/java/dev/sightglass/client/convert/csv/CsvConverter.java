package dev.sightglass.client.convert.csv;

import dev.sightglass.converter.Argument;
import dev.sightglass.converter.Arguments;
import dev.sightglass.converter.Confidence;
import dev.sightglass.converter.ConversionContext;
import dev.sightglass.converter.ConversionResult;
import dev.sightglass.converter.Converter;
import dev.sightglass.converter.InvalidSourceException;
import dev.sightglass.converter.NotYetException;
import dev.sightglass.converter.Report;
import dev.sightglass.converter.Source;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads CSV with a title row: a report for each serial number, a step for each row. */
public final class CsvConverter implements Converter {

    static final Argument<Map<String, String>> COLUMNS = Argument.table("columns", Field.usualTitles(),
        "The title of each field's column; alternatives are separated by |");
    static final Argument<String> DELIMITER =
        Argument.text("delimiter", ",", "What separates cells: one character, or the word tab");
    static final Argument<Charset> ENCODING =
        Argument.charset("encoding", StandardCharsets.UTF_8, "The encoding of files without byte order mark");
    static final Argument<Boolean> DECIMAL_COMMA =
        Argument.flag("decimal-comma", false, "Whether numbers are written with a comma");
    static final Argument<Integer> PROCESS_CODE = Argument.integer("process-code", 10, 0, Short.MAX_VALUE,
        "The code of the test operation for files without a column for it");
    static final Argument<String> PART_NUMBER =
        Argument.text("part-number", "", "The part number for files without a column for it");
    static final Argument<String> REVISION =
        Argument.text("revision", "1.0", "The revision for files without a column for it");
    static final Argument<String> SEQUENCE_NAME =
        Argument.text("sequence-name", "CSV", "The name of the sequence that holds the steps");
    static final Argument<String> TIME_PATTERN = Argument.text("time-pattern", "",
        "How start times are written, such as dd.MM.yyyy HH:mm:ss; ISO 8601 when empty");
    static final Argument<ZoneId> TIME_ZONE =
        Argument.timeZone("time-zone", "The zone of start times that are written without an offset");

    private static final int HEAD = 64 * 1024;

    @Override
    public String name() {
        return "csv";
    }

    @Override
    public String version() {
        return "1.0.0";
    }

    @Override
    public String description() {
        return "CSV with a title row and a measurement per row; one report for each serial number";
    }

    @Override
    public List<String> patterns() {
        return List.of("*.csv");
    }

    @Override
    public List<Argument<?>> arguments() {
        return List.of(COLUMNS, DELIMITER, ENCODING, DECIMAL_COMMA, PROCESS_CODE, PART_NUMBER, REVISION,
            SEQUENCE_NAME, TIME_PATTERN, TIME_ZONE);
    }

    @Override
    public Confidence probe(Source source, Arguments arguments) {
        try (var table = CsvTable.open(source.headText(HEAD, arguments.get(ENCODING)), arguments)) {
            var missing = table.missing(arguments);
            if (missing.isEmpty()) {
                return new Confidence(1, "all columns that are needed");
            }
            return table.knownColumns() > 0 ? new Confidence(0.7, "some columns, but not " + String.join(", ", missing))
                : table.columns() > 1 ? new Confidence(0.3, "a table, but no column of a known title")
                    : Confidence.none("no table with the configured delimiter");
        } catch (InvalidSourceException unreadable) {
            return Confidence.none(String.valueOf(unreadable.getMessage()));
        }
    }

    @Override
    public ConversionResult convert(Source source, ConversionContext context) {
        var text = source.markedText(context.arguments().get(ENCODING));
        try (var table = CsvTable.open(text, context.arguments())) {
            table.requireColumns(context.arguments());
            var units = new LinkedHashMap<String, CsvUnit>();
            for (var row = table.next(); row.isPresent(); row = table.next()) {
                var first = row.get();
                units.computeIfAbsent(first.required(Field.SERIAL_NUMBER), ignored -> new CsvUnit(first, context))
                    .add(first);
            }
            List<Report> reports = units.values().stream().map(CsvUnit::report).toList();
            return reports.isEmpty() ? new ConversionResult.Rejected("expected rows under the titles. Found: none")
                : new ConversionResult.Converted(reports);
        } catch (NotYetException notYet) {
            return notYet.suspended();
        }
    }
}
