package dev.sightglass.client.convert.wstf;

import dev.sightglass.converter.InvalidSourceException;
import dev.sightglass.converter.report.Chart;
import dev.sightglass.converter.report.Status;
import dev.sightglass.converter.report.Step;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds the tree of steps of one unit, row by row. */
final class StepTable {

    /** More than any test nests; what lies deeper would not fit the server's own limits. */
    private static final int DEEPEST = 200;

    private final Numbers numbers;
    private final boolean importing;
    private final Step root;
    private final Deque<Open> sequences = new ArrayDeque<>();
    private Map<Column, Integer> places = Column.inOrder();
    private @Nullable Current current;
    private @Nullable Chart chart;

    private record Open(Step step, Line line) {}

    /** The step that further rows may add measurements to. */
    private record Current(Step step, String type, String name, boolean several) {}

    StepTable(Step root, Line start, Numbers numbers, boolean importing) {
        this.root = root;
        this.numbers = numbers;
        this.importing = importing;
        sequences.push(new Open(root, start));
    }

    Step root() {
        return root;
    }

    void titles(Line line) {
        places = Column.titled(line);
    }

    void add(Line line) {
        var row = new Row(line, places, numbers);
        var word = row.text(Column.TYPE);
        switch (word.toLowerCase(Locale.ROOT)) {
            case "sequencecall" -> open(row);
            case "endsequencecall" -> closeSequence(row);
            case "numericlimittest" -> measure(row, "numeric", false);
            case "multiplenumericlimittest" -> measure(row, "numeric", true);
            case "passfailtest" -> measure(row, "passfail", false);
            case "multiplepassfailtest" -> measure(row, "passfail", true);
            case "stringvaluetest" -> measure(row, "text", false);
            case "multiplestringvaluetest" -> measure(row, "text", true);
            case "endmultiplenumericlimittest", "endmultiplepassfailtest", "endmultiplestringvaluetest" ->
                current = null;
            case "actionstep" -> begin(row, "action", false);
            case "chart" -> chart(row);
            case "series" -> series(row);
            default -> throw line.wrong("expected a step type such as NumericLimitTest, PassFailTest, StringValueTest, "
                + "SequenceCall or ActionStep. Found: " + InvalidSourceException.quote(word));
        }
    }

    void close(Line end) {
        if (sequences.size() > 1) {
            throw new InvalidSourceException(
                "line " + end.number() + ": expected EndSequenceCall for the SequenceCall of line "
                    + sequences.peek().line().number());
        }
    }

    private void open(Row row) {
        if (sequences.size() > DEEPEST) {
            throw row.line().wrong("sequences are nested deeper than " + DEEPEST + ", which no test is");
        }
        var step = Step.sequence(name(row)).calls(name(row), name(row), null);
        describe(step, row);
        row.status().ifPresent(step::status);
        sequence().add(step);
        sequences.push(new Open(step, row.line()));
        current = null;
        chart = null;
    }

    private void closeSequence(Row row) {
        if (sequences.size() == 1) {
            throw row.line().wrong("EndSequenceCall without a SequenceCall before it");
        }
        var ended = sequences.pop().step();
        describe(ended, row);
        row.status().ifPresent(ended::status);
        current = null;
        chart = null;
    }

    private Step sequence() {
        return sequences.element().step();
    }

    /** A row with a measurement's name belongs to the step before it when it names no other. */
    private void measure(Row row, String type, boolean several) {
        var open = current;
        Step step;
        if (open != null && continues(open, row, type, several)) {
            step = open.step();
            describe(step, row);
        } else {
            step = begin(row, type, several);
        }
        if (!several || row.has(Column.VALUE)) {
            step.measurement(RowMeasurement.read(row, type, importing ? Status.PASSED : null));
        }
    }

    private static boolean continues(Current open, Row row, String type, boolean several) {
        return open.type().equals(type) && (!row.has(Column.NAME) || open.name().equals(row.text(Column.NAME)))
            && (row.has(Column.MEASURE) || (open.several() && !several));
    }

    private Step begin(Row row, String type, boolean several) {
        var step = switch (type) {
            case "numeric" -> Step.numeric(name(row));
            case "passfail" -> Step.passFail(name(row));
            case "text" -> Step.text(name(row));
            default -> Step.action(name(row));
        };
        describe(step, row);
        if (importing) {
            step.status(row.status().orElse(Status.PASSED));
        } else if (type.equals("action") || several) {
            row.status().ifPresent(step::status);
        } else {
            row.status().filter(status -> status != RowMeasurement.status(status)).ifPresent(step::status);
        }
        sequence().add(step);
        current = new Current(step, type, name(row), several);
        chart = null;
        return step;
    }

    private void describe(Step step, Row row) {
        row.decimal(Column.TIME).ifPresent(step::totalTime);
        if (row.has(Column.REPORT_TEXT)) {
            step.reportText(row.text(Column.REPORT_TEXT));
        }
        step.error(row.integer(Column.ERROR_CODE).orElse(null), row.text(Column.ERROR_MESSAGE));
    }

    private void chart(Row row) {
        var line = row.line();
        if (current == null || chart != null) {
            throw line.wrong(current == null ? "Chart: expected a step before it, which it belongs to. Found: none"
                : "Chart: the step before it has one already; a step has at most one");
        }
        var type = Chart.Type.ofWord(line.cell(1)).orElseThrow(() -> line
            .wrong("Chart: expected Line, LineLogXY, LineLogX or LineLogY. Found: "
                + InvalidSourceException.quote(line.cell(1))));
        chart = new Chart(type, line.cell(2)).x(line.cell(6), line.cell(5)).y(line.cell(4), line.cell(3));
        current.step().chart(chart);
    }

    private void series(Row row) {
        var line = row.line();
        if (chart == null) {
            throw line.wrong("Series: expected a Chart before it. Found: none");
        }
        if (!line.cell(2).equalsIgnoreCase("XYG")) {
            throw line
                .wrong("Series: expected the data type XYG. Found: " + InvalidSourceException.quote(line.cell(2)));
        }
        chart.series(line.cell(1), points(line.cell(4)), points(line.cell(3)));
    }

    private String points(String data) {
        return numbers.decimalComma() ? data.replace(',', '.') : data;
    }

    private static String name(Row row) {
        return row.has(Column.NAME) ? row.text(Column.NAME) : "StepName";
    }
}
