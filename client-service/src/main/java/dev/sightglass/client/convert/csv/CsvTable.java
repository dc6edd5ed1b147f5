package dev.sightglass.client.convert.csv;

import dev.sightglass.converter.Arguments;
import dev.sightglass.converter.InvalidSourceException;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The rows of a CSV file under their titles. */
final class CsvTable implements AutoCloseable {

    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final boolean decimalComma;
    private final Map<String, String> mapping;
    private final List<String> titles;
    private final Map<Field, Integer> places;

    private CsvTable(CSVParser parser, Arguments arguments) {
        this.parser = parser;
        this.records = parser.iterator();
        this.decimalComma = arguments.get(CsvConverter.DECIMAL_COMMA);
        this.mapping = arguments.get(CsvConverter.COLUMNS);
        this.titles = record().map(CSVRecord::toList)
            .filter(row -> row.stream().anyMatch(title -> !title.isBlank()))
            .orElseThrow(() -> new InvalidSourceException("expected a row of titles. Found: an empty file or line"));
        this.places = places();
    }

    static CsvTable open(String text, Arguments arguments) {
        var format = CSVFormat.DEFAULT.builder().setDelimiter(delimiter(arguments.get(CsvConverter.DELIMITER)))
            .setIgnoreEmptyLines(true).setTrim(true).get();
        try {
            return new CsvTable(CSVParser.parse(new StringReader(text), format), arguments);
        } catch (IOException wrong) {
            throw new InvalidSourceException("not CSV: " + wrong.getMessage(), wrong);
        }
    }

    private static String delimiter(String configured) {
        return configured.equalsIgnoreCase("tab") || configured.equals("\\t") ? "\t" : configured;
    }

    int columns() {
        return titles.size();
    }

    int knownColumns() {
        return places.size();
    }

    /** What the file lacks, each with the titles that were looked for. */
    List<String> missing(Arguments arguments) {
        var missing = new ArrayList<String>();
        need(missing, Field.SERIAL_NUMBER);
        if (arguments.get(CsvConverter.PART_NUMBER).isBlank()) {
            need(missing, Field.PART_NUMBER);
        }
        need(missing, Field.TEST_NAME);
        if (!places.containsKey(Field.STATUS)) {
            need(missing, Field.VALUE);
        }
        return missing;
    }

    void requireColumns(Arguments arguments) {
        var missing = missing(arguments);
        if (!missing.isEmpty()) {
            throw new InvalidSourceException("line 1: missing column " + String.join(", ", missing) + ". Found: "
                + InvalidSourceException.quote(String.join(", ", titles))
                + ". Name the columns in the argument columns, or check delimiter");
        }
    }

    private void need(List<String> missing, Field field) {
        if (!places.containsKey(field)) {
            missing.add(field.key() + " (" + titles(field).replace("|", " or ") + ")");
        }
    }

    /** The next row that has anything in it. */
    Optional<CsvRow> next() {
        for (var record = record(); record.isPresent(); record = record()) {
            if (record.get().stream().anyMatch(cell -> !cell.isBlank())) {
                return record.map(this::row);
            }
        }
        return Optional.empty();
    }

    private CsvRow row(CSVRecord record) {
        long line = parser.getCurrentLineNumber();
        if (record.size() > titles.size()) {
            throw new InvalidSourceException("line " + line + ": expected at most " + titles.size()
                + " cells, as many as titles. Found: " + record.size()
                + ". A decimal comma without quotes, or a wrong delimiter, looks like this");
        }
        return new CsvRow(line, record, places, decimalComma);
    }

    private Optional<CSVRecord> record() {
        try {
            return records.hasNext() ? Optional.of(records.next()) : Optional.empty();
        } catch (UncheckedIOException wrong) {
            throw new InvalidSourceException(problem(String.valueOf(wrong.getMessage())), wrong);
        }
    }

    private String problem(String message) {
        return "line " + Math.max(1, parser.getCurrentLineNumber()) + ": not CSV: "
            + (message.contains("EOF reached") ? "a quote is opened and never closed"
                : "something follows a closing quote; within quotes, a quote is written twice");
    }

    private Map<Field, Integer> places() {
        var found = new EnumMap<Field, Integer>(Field.class);
        for (var field : Field.values()) {
            for (var title : titles(field).split("\\|")) {
                int place = indexOf(title.strip());
                if (place >= 0) {
                    found.putIfAbsent(field, place);
                }
            }
        }
        return found;
    }

    private String titles(Field field) {
        return mapping.getOrDefault(field.key(), "");
    }

    private int indexOf(String title) {
        return titles.stream().map(found -> found.toLowerCase(Locale.ROOT)).toList()
            .indexOf(title.toLowerCase(Locale.ROOT));
    }

    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException impossible) {
            throw new UncheckedIOException("closing text in memory cannot fail; this is a bug", impossible);
        }
    }
}
