package dev.sightglass.client.convert.wsxf;

import dev.sightglass.converter.Report;
import dev.sightglass.converter.report.SubUnit;
import dev.sightglass.converter.report.TestReport;
import dev.sightglass.converter.xml.XmlElement;

/** Reads the Report element of a test. */
final class WsxfTest {

    private final WsxfReport reader;

    WsxfTest(WsxfReport reader) {
        this.reader = reader;
    }

    Report read(XmlElement report) {
        var builder = TestReport.of(report.required("PN"), report.required("SN"), report.required("Rev"))
            .result(WsxfReport.status(report, "Result"));
        reader.readHeader(report, builder);
        report.find("UUT").ifPresent(uut -> readUnit(uut, builder));
        for (var unit : report.children("ReportUnitHierarchy")) {
            builder.subUnit(subUnit(unit));
        }
        var roots = report.children("Step");
        if (roots.size() != 1) {
            throw report.wrong("expected one Step, the root of all others. Found: " + roots.size());
        }
        return builder.root(new WsxfStep(reader).read(roots.get(0))).build();
    }

    static SubUnit subUnit(XmlElement unit) {
        return SubUnit.of(unit.attribute("PartType").orElse(null), unit.required("PN"), unit.required("SN"),
            unit.attribute("Rev").orElse(null)).position(unit.integer("Position").orElse(null));
    }

    private static void readUnit(XmlElement uut, TestReport builder) {
        uut.attribute("UserLoginName").ifPresent(builder::operator);
        uut.find("Comment").map(XmlElement::text).ifPresent(builder::comment);
        uut.decimal("ExecutionTime").ifPresent(builder::executionTime);
        uut.attribute("FixtureId").ifPresent(builder::fixture);
        uut.integer("TestSocketIndex").ifPresent(builder::socket);
        uut.attribute("BatchSN").ifPresent(builder::batch);
        builder.error(uut.integer("ErrorCode").orElse(null), uut.attribute("ErrorMessage").orElse(null));
        builder.batchCounters(uut.integer("BatchFailCount").orElse(null),
            uut.integer("BatchLoopIndex").orElse(null));
        uut.integer("StepIdCausedUUTFailure").ifPresent(builder::failedBecauseOfStep);
    }
}
