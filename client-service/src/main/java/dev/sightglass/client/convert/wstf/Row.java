package dev.sightglass.client.convert.wstf;

import dev.sightglass.converter.InvalidSourceException;
import dev.sightglass.converter.report.Comparison;
import dev.sightglass.converter.report.Decimal;
import dev.sightglass.converter.report.Limits;
import dev.sightglass.converter.report.Status;
import java.util.Map;
import java.util.Optional;

/** One line of the step data, its cells by column. */
record Row(Line line, Map<Column, Integer> places, Numbers numbers) {

    String text(Column column) {
        Integer place = places.get(column);
        return place == null ? "" : line.cell(place);
    }

    boolean has(Column column) {
        return !text(column).isEmpty();
    }

    Optional<Decimal> decimal(Column column) {
        return numbers.decimal(line, column.title(), text(column));
    }

    Optional<Integer> integer(Column column) {
        return numbers.integer(line, column.title(), text(column));
    }

    Optional<Status> status() {
        var word = text(Column.STATUS);
        return word.isEmpty() ? Optional.empty()
            : Optional.of(Status.ofWord(word).orElseThrow(
                () -> line.wrong("StepStatus: expected a word such as Passed or Failed. Found: "
                    + InvalidSourceException.quote(word))));
    }

    /** A single limit may stand in either column; the server wants it in the low one. */
    Limits limits() {
        var low = decimal(Column.LOW_LIMIT).orElse(null);
        var high = decimal(Column.HIGH_LIMIT).orElse(null);
        return comparison().map(comparison -> comparison.limits() == 1
            ? new Limits(comparison, low == null ? high : low, null) : new Limits(comparison, low, high))
            .orElseGet(() -> Limits.given(low, high));
    }

    Optional<Comparison> comparison() {
        var word = text(Column.COMPARISON);
        return word.isEmpty() ? Optional.empty()
            : Optional.of(Comparison.ofWord(word).orElseThrow(
                () -> line.wrong("CompOperator: expected a name such as GELE or LOG. Found: "
                    + InvalidSourceException.quote(word))));
    }
}
