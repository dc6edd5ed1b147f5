package dev.sightglass.demo.workload;

import static java.time.format.DateTimeFormatter.ISO_LOCAL_DATE_TIME;

import java.time.ZoneOffset;
import java.util.List;

/** Writes the tab-delimited text format, one block for each unit. */
final class Wstf {

    private static final String COLUMNS =
        String.join("\t", "StepType", "StepName", "MeasureName", "Value", "LowLimit", "HighLimit",
            "CompOperator", "Unit", "StepStatus", "ExecTime", "ReportText", "ErrorCode", "ErrorMessage");
    private static final String LINE = "\r\n";

    private final StringBuilder out = new StringBuilder(4096);

    private Wstf() {}

    static String tests(List<Unit> units) {
        var wstf = new Wstf();
        units.forEach(wstf::unit);
        return wstf.out.toString();
    }

    private void unit(Unit unit) {
        line("--Header-Start--");
        line("SerialNumber", unit.serialNumber());
        line("PartNumber", unit.product().partNumber());
        line("Revision", unit.revision());
        line("OperationTypeCode", String.valueOf(unit.product().processCode()));
        line("StationName", unit.station());
        line("OperatorName", unit.operator());
        line("SoftwareName", "main.seq");
        line("SoftwareVersion", "1.0");
        line("BatchSerialNumber", unit.batch());
        line("UTCStartDateTime", ISO_LOCAL_DATE_TIME.format(unit.start().withOffsetSameInstant(ZoneOffset.UTC)));
        line("Nest", "4");
        line("--Step-Data-Start--");
        line(COLUMNS);
        row("SequenceCall", "Main", "", "", "", "", "", Wsxf.word(unit.passed()));
        unit.measurements().forEach(this::step);
        row("EndSequenceCall", "", "", "", "", "", "", "");
        line("--Step-Data-End--");
        line("UUTStatus", Wsxf.word(unit.passed()));
        line("ExecutionTime", unit.seconds());
        line("--UUT-End--");
    }

    private void step(Measurement measurement) {
        var status = Wsxf.word(measurement.passed());
        switch (measurement) {
            case Measurement.Numeric(var name, _, var value, var low, var high, var unit) ->
                row("NumericLimitTest", name,
                    Decimals.thousandths(value), Decimals.thousandths(low), Decimals.thousandths(high), "GELE", unit,
                    status);
            case Measurement.PassFail(var name, _) -> row("PassFailTest", name, "", "", "", "", "", status);
            case Measurement.Text(var name, _, var value, var limit) ->
                row("StringValueTest", name, value, limit, "", "IGNORECASE", "", status);
        }
    }

    private void row(String type, String name, String value, String low, String high, String operator, String unit,
        String status) {
        line(String.join("\t", type, name, "", value, low, high, operator, unit, status, "0.4", "", "", ""));
    }

    private void line(String key, String value) {
        line(key + "\t" + value);
    }

    private void line(String text) {
        out.append(text).append(LINE);
    }
}
