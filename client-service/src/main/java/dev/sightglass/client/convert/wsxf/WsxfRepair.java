package dev.sightglass.client.convert.wsxf;

import dev.sightglass.converter.Report;
import dev.sightglass.converter.report.Failure;
import dev.sightglass.converter.report.RepairReport;
import dev.sightglass.converter.report.SubUnit;
import dev.sightglass.converter.xml.XmlElement;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the Report element of a repair, whose failures stand beside the units that WSJF has them in. */
final class WsxfRepair {

    private final WsxfReport reader;

    WsxfRepair(WsxfReport reader) {
        this.reader = reader;
    }

    Report read(XmlElement report) {
        var builder = RepairReport.of(report.required("PN"), report.required("SN"), report.required("Rev"))
            .result(WsxfReport.status(report, "Result"));
        reader.readHeader(report, builder);
        readRepair(report.find("UUR").orElseThrow(() -> report.wrong("element UUR is required")), builder);
        var units = units(report);
        for (var child : report.children()) {
            switch (child.name()) {
                case "Failures", "Failure" -> unitOf(child, units).failure(failure(child));
                case "Binary" -> builder.attachment(WsxfStep.base64(data(child), data(child).required("FileName"),
                    data(child).text()));
                default -> {
                }
            }
        }
        units.values().forEach(builder::unit);
        return builder.build();
    }

    private void readRepair(XmlElement uur, RepairReport builder) {
        uur.attribute("UserLoginName").ifPresent(builder::operator);
        uur.find("Comment").map(XmlElement::text).ifPresent(builder::comment);
        uur.decimal("ExecutionTime").ifPresent(builder::executionTime);
        uur.attribute("ReferencedUUT").map(id -> WsxfReport.guid(uur, id)).ifPresent(builder::failedReport);
        uur.attribute("ConfirmDate").ifPresent(builder::confirmed);
        uur.attribute("FinalizeDate").ifPresent(builder::finalized);
        uur.find("Process").ifPresent(
            process -> builder.failedTest(reader.processCode(process), process.attribute("Name").orElse("")));
    }

    private static Map<Integer, SubUnit> units(XmlElement report) {
        var units = new LinkedHashMap<Integer, SubUnit>();
        for (var unit : report.children("ReportUnitHierarchy")) {
            int index = unit.integer("Idx").orElseThrow(() -> unit.wrong("attribute Idx is required in a repair"));
            var read = WsxfTest.subUnit(unit).indexed(index, unit.integer("ParentIDX").orElse(null),
                unit.integer("ReplacedIDX").orElse(null));
            if (units.put(index, read) != null) {
                throw unit.wrong("Idx " + index + " occurs twice");
            }
        }
        return units;
    }

    private static SubUnit unitOf(XmlElement failure, Map<Integer, SubUnit> units) {
        int index = failure.integer("PartIdx").orElse(0);
        var unit = units.get(index);
        if (unit == null) {
            throw failure.wrong("expected a ReportUnitHierarchy with Idx " + index + ". Found: none");
        }
        return unit;
    }

    private static Failure failure(XmlElement element) {
        return Failure.of(element.required("Category"), element.required("Code"))
            .comment(either(element, "Comment"))
            .at(element.attribute("CompRef").orElse(null), element.attribute("FunctionBlock").orElse(null))
            .uncoveredBy(element.integer("StepID").orElse(null), element.attribute("StepName").orElse(null))
            .article(element.attribute("ArticleNumber").orElse(null), element.attribute("ArticleRevision").orElse(null),
                element.attribute("ArticleVendor").orElse(null), element.attribute("ArticleDescription").orElse(null));
    }

    private static String either(XmlElement element, String name) {
        return element.attribute(name).or(() -> element.find(name).map(XmlElement::text)).orElse("");
    }

    private static XmlElement data(XmlElement binary) {
        return binary.find("Data").orElseThrow(() -> binary.wrong("element Data is required"));
    }
}
