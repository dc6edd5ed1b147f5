package dev.sightglass.demo.workload;

import static java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME;

import java.util.List;

/** Writes CSV: a header row, then one row for each measurement of each unit. */
final class Csv {

    static final String HEADER =
        "serial_number,part_number,revision,station,operator,test_name,value,unit,low_limit,high_limit,status,start\n";

    private final StringBuilder out = new StringBuilder(2048).append(HEADER);

    private Csv() {}

    static String tests(List<Unit> units) {
        var csv = new Csv();
        for (var unit : units) {
            unit.measurements().forEach(measurement -> csv.row(unit, measurement));
        }
        return csv.out.toString();
    }

    private void row(Unit unit, Measurement measurement) {
        cell(unit.serialNumber()).cell(unit.product().partNumber()).cell(unit.revision()).cell(unit.station())
            .cell(unit.operator()).cell(measurement.name());
        switch (measurement) {
            case Measurement.Numeric(_, _, var value, var low, var high, var unitName) ->
                cell(Decimals.thousandths(value))
                    .cell(unitName).cell(Decimals.thousandths(low)).cell(Decimals.thousandths(high));
            case Measurement.PassFail(_, var passed) -> cell(passed ? "OK" : "NOK").cell("").cell("").cell("");
            case Measurement.Text(_, _, var value, _) -> cell(value).cell("").cell("").cell("");
        }
        cell(measurement.passed() ? "PASS" : "FAIL");
        out.append(ISO_OFFSET_DATE_TIME.format(unit.start())).append('\n');
    }

    private Csv cell(String text) {
        if (text.indexOf(',') < 0) {
            out.append(text);
        } else {
            out.append('"').append(text).append('"');
        }
        out.append(',');
        return this;
    }
}
