package dev.sightglass.demo.workload;

import static java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME;

import java.util.List;
import java.util.random.RandomGenerator;

/** Writes IEEE 1636.1 as a sequencer with step properties in its own namespace does. */
final class Atml {

    /** An edition of the standard: the namespaces of results, common types, and step properties. */
    private record Edition(String results, String common, String extension) {}

    private static final List<Edition> EDITIONS = List.of(
        new Edition("urn:IEEE-1636.1:2006:TestResults", "urn:IEEE-1671:2006:Common",
            "www.ni.com/TestStand/ATMLTestResults/1.0"),
        new Edition("urn:IEEE-1636.1:2011:TestResults", "urn:IEEE-1671:2010:Common",
            "www.ni.com/TestStand/ATMLTestResults/2.0"),
        new Edition("urn:IEEE-1636.1:2013:TestResults", "urn:IEEE-1671:2010:Common",
            "www.ni.com/TestStand/ATMLTestResults/3.0"));

    private final Xml xml = new Xml();
    private final Unit unit;
    private int stepId;

    private Atml(Unit unit) {
        this.unit = unit;
    }

    static String test(Unit unit, RandomGenerator random) {
        var atml = new Atml(unit);
        atml.document(UnitMaker.pick(EDITIONS, random));
        return atml.xml.toString();
    }

    private void document(Edition edition) {
        xml.open("tr:TestResults", "xmlns:tr", edition.results, "xmlns:c", edition.common, "xmlns:ts",
            edition.extension,
            "xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance", "uuid", unit.id().toString());
        xml.open("tr:Personnel").empty("tr:SystemOperator", "ID", unit.operator(), "name", unit.operator())
            .close("tr:Personnel");
        xml.open("tr:ResultSet", "ID", "0", "name", "MainSequence", "startDateTime", start(), "endDateTime", end());
        outcome(unit.passed());
        xml.open("tr:TestGroup", "ID", "1", "name", "Main", "startDateTime", start(), "endDateTime", end());
        outcome(unit.passed());
        stepId = 1;
        unit.measurements().forEach(this::test);
        xml.close("tr:TestGroup").close("tr:ResultSet");
        xml.open("tr:TestStation").text("c:SerialNumber", unit.station()).close("tr:TestStation");
        device();
        xml.close("tr:TestResults");
    }

    private void device() {
        xml.open("tr:UUT", "UutType", "Hardware").open("c:Definition")
            .open("c:Identification", "version", unit.revision())
            .open("c:IdentificationNumbers")
            .empty("c:IdentificationNumber", "type", "Part", "number", unit.product().partNumber())
            .close("c:IdentificationNumbers").text("c:ModelName", unit.product().partNumber()).close("c:Identification")
            .close("c:Definition").text("c:SerialNumber", unit.serialNumber()).close("tr:UUT");
    }

    private void test(Measurement measurement) {
        xml.open("tr:Test", "ID", String.valueOf(++stepId), "name", measurement.name(), "startDateTime", start(),
            "endDateTime",
            end());
        switch (measurement) {
            case Measurement.Numeric numeric -> {
                extension("NumericLimitTest");
                outcome(numeric.passed());
                xml.open("tr:TestResult", "ID", stepId + "-1", "name", "Numeric").open("tr:TestLimits")
                    .open("tr:Limits")
                    .open("c:LimitPair", "operator", "AND");
                limit("GE", numeric.low(), numeric.unit());
                limit("LE", numeric.high(), numeric.unit());
                xml.close("c:LimitPair").close("tr:Limits").close("tr:TestLimits").open("tr:TestData");
                number(numeric.value(), numeric.unit());
                xml.close("tr:TestData").close("tr:TestResult");
            }
            case Measurement.PassFail passFail -> {
                extension("PassFailTest");
                outcome(passFail.passed());
                xml.open("tr:TestResult", "ID", stepId + "-1", "name", "PassFail").open("tr:TestData")
                    .empty("c:Datum", "xsi:type", "ts:TS_boolean", "value", String.valueOf(passFail.passed()))
                    .close("tr:TestData").close("tr:TestResult");
            }
            case Measurement.Text text -> {
                extension("StringValueTest");
                outcome(text.passed());
                xml.open("tr:TestResult", "ID", stepId + "-1", "name", "String").open("tr:TestLimits").open("tr:Limits")
                    .open("c:Expected", "comparator", "CIEQ").open("c:Datum", "xsi:type", "ts:TS_string")
                    .text("c:Value", text.limit()).close("c:Datum").close("c:Expected").close("tr:Limits")
                    .close("tr:TestLimits")
                    .open("tr:TestData").open("c:Datum", "xsi:type", "ts:TS_string").text("c:Value", text.value())
                    .close("c:Datum").close("tr:TestData").close("tr:TestResult");
            }
        }
        xml.close("tr:Test");
    }

    private void limit(String comparator, long value, String unitName) {
        xml.open("c:Limit", "comparator", comparator);
        number(value, unitName);
        xml.close("c:Limit");
    }

    private void number(long value, String unitName) {
        xml.empty("c:Datum", "xsi:type", "ts:TS_double", "nonStandardUnit", unitName, "value",
            Decimals.thousandths(value));
    }

    private void extension(String stepType) {
        xml.open("tr:Extension").open("ts:TSStepProperties").text("ts:StepType", stepType).text("ts:StepGroup", "Main")
            .empty("ts:TotalTime", "value", "0.4").close("ts:TSStepProperties").close("tr:Extension");
    }

    private void outcome(boolean passed) {
        xml.empty("tr:Outcome", "value", Wsxf.word(passed));
    }

    private String start() {
        return ISO_OFFSET_DATE_TIME.format(unit.start());
    }

    private String end() {
        return ISO_OFFSET_DATE_TIME.format(unit.start().plus(unit.duration()));
    }
}
