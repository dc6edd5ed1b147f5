package dev.sightglass.demo.workload;

import static java.time.format.DateTimeFormatter.ISO_INSTANT;
import static java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * The repair of a unit that failed before.
 *
 * @param unit the unit and the bench; its measurements play no part
 * @param test the id of the test that failed
 * @param failure what was found
 */
record Repair(Unit unit, UUID test, Failure failure) {

    private static final int PROCESS = 500;
    private static final String FOUND = "found by eye";
    private static final List<Failure> FAILURES = List.of(new Failure("Soldering", "Cold joint", "U14"),
        new Failure("Component", "Wrong value", "R102"), new Failure("Component", "Missing", "C7"),
        new Failure("Assembly", "Cable not seated", "J3"));

    /** What was found: its category, its code, the reference of the component. */
    record Failure(String category, String code, String component) {}

    static Repair of(Unit unit, RandomGenerator random) {
        return new Repair(unit, UnitMaker.id(random), UnitMaker.pick(FAILURES, random));
    }

    String wsjf() {
        return """
               {"type":"R","id":"%s","pn":"%s","sn":"%s","rev":"%s","processCode":%d,"result":"P","machineName":"%s","location":"%s",
                "purpose":"Repair","start":"%s","startUTC":"%s",
                "uur":{"user":"%s","comment":"reworked and retested","execTime":%s,"processCode":%d,"refUUT":"%s","confirmDate":"%s",
                 "finalizeDate":"%s"},
                "subUnits":[{"idx":0,"pn":"%s","sn":"%s","rev":"%s","partType":"Unit","failures":[{"category":"%s","code":"%s",
                 "comRef":"%s","comment":"%s"}]}]}
               """
            .formatted(unit.id(), partNumber(), unit.serialNumber(), unit.revision(), PROCESS, unit.station(),
                Unit.LOCATION,
                ISO_OFFSET_DATE_TIME.format(unit.start()), ISO_INSTANT.format(unit.start()), unit.operator(),
                unit.seconds(),
                unit.product().processCode(), test, ISO_INSTANT.format(unit.start()), ISO_INSTANT.format(finalized()),
                partNumber(), unit.serialNumber(), unit.revision(), failure.category, failure.code, failure.component,
                FOUND);
    }

    String wsxf() {
        return new Xml().open("Reports", "xmlns", Wsxf.NAMESPACE)
            .open("Report", Wsxf.attributes(unit, "UUR", "Passed", "Repair"))
            .open("UUR", "UserLoginName", unit.operator(), "ExecutionTime", unit.seconds(), "ReferencedUUT",
                test.toString(),
                "ConfirmDate", ISO_INSTANT.format(unit.start()), "FinalizeDate", ISO_INSTANT.format(finalized()))
            .text("Comment", "reworked and retested")
            .empty("Process", "Code", String.valueOf(unit.product().processCode()), "Name",
                unit.product().processName())
            .close("UUR").empty("Process", "Code", String.valueOf(PROCESS), "Name", "Repair")
            .empty("ReportUnitHierarchy", "Idx", "0", "PartType", "Unit", "PN", partNumber(), "SN", unit.serialNumber(),
                "Rev",
                unit.revision())
            .empty("Failure", "PartIdx", "0", "Category", failure.category, "Code", failure.code, "CompRef",
                failure.component, "Comment", FOUND)
            .close("Report").close("Reports").toString();
    }

    private String partNumber() {
        return unit.product().partNumber();
    }

    private OffsetDateTime finalized() {
        return unit.start().plus(unit.duration());
    }
}
