package dev.sightglass.client.convert.wstf;

import dev.sightglass.converter.InvalidSourceException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The columns of the step data, in the order that holds when the file has no row of titles. */
enum Column {
    TYPE("StepType"), NAME("StepName"), MEASURE("MeasureName"), VALUE("Value"), LOW_LIMIT("LowLimit|StringLimit"),
    HIGH_LIMIT("HighLimit"), COMPARISON("CompOperator"), UNIT("Unit"), STATUS("StepStatus|Status"),
    TIME("ExecTime|StepExecutionTime|StepExecTime"), REPORT_TEXT("ReportText|StepReportText"),
    ERROR_CODE("ErrorCode|StepErrorCode"), ERROR_MESSAGE("ErrorMessage|StepErrorMessage");

    /** The usual title and other spellings of it. */
    private final String titles;

    Column(String titles) {
        this.titles = titles;
    }

    String title() {
        return titles().getFirst();
    }

    private List<String> titles() {
        return List.of(titles.split("\\|"));
    }

    static Map<Column, Integer> inOrder() {
        var places = new EnumMap<Column, Integer>(Column.class);
        for (var column : values()) {
            places.put(column, places.size());
        }
        return places;
    }

    static boolean isTitles(Line line) {
        return line.cell(0).equalsIgnoreCase(TYPE.title());
    }

    static Map<Column, Integer> titled(Line line) {
        var places = new EnumMap<Column, Integer>(Column.class);
        for (int i = 0; i < line.cells().size(); i++) {
            var title = line.cell(i);
            for (var column : values()) {
                if (column.titles().stream().anyMatch(title::equalsIgnoreCase)) {
                    places.putIfAbsent(column, i);
                }
            }
        }
        if (!places.containsKey(NAME)) {
            throw line.wrong("expected a column StepName. Found: "
                + InvalidSourceException.quote(String.join(", ", line.cells())));
        }
        return places;
    }
}
