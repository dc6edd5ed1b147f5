package dev.sightglass.demo.workload;

import static java.time.format.DateTimeFormatter.ISO_INSTANT;
import static java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME;

import java.util.List;
import java.util.Locale;

/** Writes WSXF. */
final class Wsxf {

    static final String NAMESPACE = "http://wats.virinco.com/schemas/WATS/Report/wsxf";

    /** Holds a character that XML has to escape. */
    private static final String COMMENT = "line 2 & panel";

    private final Xml xml = new Xml();
    private int stepId;

    private Wsxf() {}

    static String tests(List<Unit> units) {
        var wsxf = new Wsxf();
        wsxf.xml.open("Reports", "xmlns", NAMESPACE);
        units.forEach(wsxf::report);
        return wsxf.xml.close("Reports").toString();
    }

    static String[] attributes(Unit unit, String type, String result, String purpose) {
        return new String[]{"type", type, "ID", unit.id().toString().toUpperCase(Locale.ROOT), "Start",
            ISO_OFFSET_DATE_TIME.format(unit.start()), "Start_utc", ISO_INSTANT.format(unit.start()), "Result", result,
            "SN",
            unit.serialNumber(), "PN", unit.product().partNumber(), "Rev", unit.revision(), "MachineName",
            unit.station(),
            "Location", Unit.LOCATION, "Purpose", purpose};
    }

    private void report(Unit unit) {
        stepId = 1;
        var status = word(unit.passed());
        xml.open("Report", attributes(unit, "UUT", status, Unit.PURPOSE))
            .open("UUT", "UserLoginName", unit.operator(), "BatchSN", unit.batch(), "ExecutionTime", unit.seconds())
            .text("Comment", COMMENT).close("UUT")
            .empty("Process", "Code", String.valueOf(unit.product().processCode()), "Name",
                unit.product().processName())
            .open("MiscInfo", "Typedef", "", "Description", "Nest", "Numeric", "4", "idx", "0", "order_no", "0")
            .close("MiscInfo")
            .empty("ReportUnitHierarchy", "PartType", "PCBA", "PN", "PCB-" + unit.product().partNumber(), "SN",
                "P" + unit.serialNumber(), "Rev", "1", "Position", "0")
            .open("Step", "Id", "1", "Group", "Main", "Name", "Main", "StepType", "SequenceCall", "Status", status,
                "total_time",
                unit.seconds(), "StepIndex", "0")
            .empty("SequenceCall", "Name", "main.seq", "Version", "1.0", "Filename", "main.seq", "Filepath",
                "main.seq");
        unit.measurements().forEach(this::step);
        xml.close("Step").close("Report");
    }

    private void step(Measurement measurement) {
        var status = word(measurement.passed());
        switch (measurement) {
            case Measurement.Numeric(var name, _, var value, var low, var high, var unit) ->
                begin("ET_NLT", name, status)
                    .empty("NumericLimit", "NumericValue", Decimals.thousandths(value), "Units", unit, "CompOperator",
                        "GELE",
                        "LowLimit", Decimals.thousandths(low), "HighLimit", Decimals.thousandths(high), "Status",
                        status);
            case Measurement.PassFail(var name, _) -> begin("ET_PFT", name, status).empty("PassFail", "Status", status);
            case Measurement.Text(var name, _, var value, var limit) -> begin("ET_SVT", name, status)
                .empty("StringValue", "StringValue", value, "StringLimit", limit, "CompOperator", "IGNORECASE",
                    "Status", status);
        }
        xml.close("Step");
    }

    private Xml begin(String type, String name, String status) {
        var id = String.valueOf(++stepId);
        return xml.open("Step", "Id", id, "Group", "Main", "Name", name, "StepType", type, "Status", status,
            "total_time", "0.4",
            "StepIndex", String.valueOf(stepId - 2));
    }

    static String word(boolean passed) {
        return passed ? "Passed" : "Failed";
    }
}
