package dev.sightglass.client.convert.csv;

import dev.sightglass.converter.InvalidSourceException;
import dev.sightglass.converter.report.Comparison;
import dev.sightglass.converter.report.Decimal;
import dev.sightglass.converter.report.Limits;
import dev.sightglass.converter.report.Status;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVRecord;

/** One row. */
record CsvRow(long line, CSVRecord cells, Map<Field, Integer> places, boolean decimalComma) {

    Optional<String> text(Field field) {
        return Optional.ofNullable(places.get(field)).filter(place -> place < cells.size()).map(cells::get)
            .filter(text -> !text.isBlank());
    }

    String required(Field field) {
        return text(field).orElseThrow(() -> wrong(field, "is required. Found: an empty cell"));
    }

    Optional<Status> status(Field field) {
        return text(field).map(word -> Status.ofWord(word)
            .orElseThrow(() -> wrong(field,
                "expected a word such as passed or failed. Found: " + InvalidSourceException.quote(word))));
    }

    /** Text is a measured value too, of another kind. */
    Optional<Decimal> number(Field field) {
        try {
            return text(field).map(text -> Decimal.parse(decimalComma ? text.replace(',', '.') : text));
        } catch (NumberFormatException ignored) {
            return Optional.empty();
        }
    }

    Limits limits() {
        var low = limit(Field.LOW_LIMIT).orElse(null);
        var high = limit(Field.HIGH_LIMIT).orElse(null);
        return comparison().map(comparison -> comparison.limits() == 1
            ? new Limits(comparison, low == null ? high : low, null) : new Limits(comparison, low, high))
            .orElseGet(() -> Limits.given(low, high));
    }

    private Optional<Comparison> comparison() {
        return text(Field.COMPARISON).map(word -> Comparison.ofWord(word).orElseThrow(
            () -> wrong(Field.COMPARISON,
                "expected a name such as GELE or LOG. Found: " + InvalidSourceException.quote(word))));
    }

    private Optional<Decimal> limit(Field field) {
        var number = number(field);
        if (number.isEmpty() && text(field).isPresent()) {
            throw wrong(field, "expected a number. Found: " + InvalidSourceException.quote(required(field)));
        }
        return number;
    }

    InvalidSourceException wrong(Field field, String problem) {
        return new InvalidSourceException("line " + line + ": " + field.key() + ": " + problem);
    }
}
