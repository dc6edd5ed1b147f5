package dev.sightglass.client.convert.atml;

import dev.sightglass.converter.Arguments;
import dev.sightglass.converter.InvalidSourceException;
import dev.sightglass.converter.Report;
import dev.sightglass.converter.report.Status;
import dev.sightglass.converter.report.Step;
import dev.sightglass.converter.report.TestReport;
import dev.sightglass.converter.report.Times;
import dev.sightglass.converter.xml.XmlElement;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Reads one TestResults element. */
final class AtmlReport {

    private final Arguments arguments;

    AtmlReport(Arguments arguments) {
        this.arguments = arguments;
    }

    Report read(XmlElement results) {
        var uut = results.find("UUT").orElseThrow(() -> results.wrong("element UUT is required"));
        var resultSet = results.find("ResultSet").orElseThrow(() -> results.wrong("element ResultSet is required"));
        var report = TestReport.of(partNumber(uut), text(uut, "SerialNumber")
            .orElseThrow(() -> uut.wrong("element SerialNumber is required")), arguments.get(AtmlConverter.REVISION));
        report.processCode(arguments.get(AtmlConverter.PROCESS_CODE));
        readStation(results, report);
        readTimes(resultSet, report);
        readExtension(resultSet, report);
        readAdditionalData(uut, report);
        var root = root(resultSet);
        var outcome = Outcome.of(resultSet);
        outcome.ifPresent(
            status -> report.result(status == Status.DONE || status == Status.SKIPPED ? Status.PASSED : status));
        return report.root(root).judge().build();
    }

    private String partNumber(XmlElement uut) {
        return uut.find("Definition", "Identification", "IdentificationNumbers", "IdentificationNumber")
            .flatMap(number -> number.attribute("number"))
            .or(() -> Optional.of(arguments.get(AtmlConverter.PART_NUMBER)).filter(usual -> !usual.isBlank()))
            .orElseThrow(() -> uut.wrong("expected the part number in Definition/Identification/IdentificationNumbers/"
                + "IdentificationNumber, or in the argument part-number. Found: neither"));
    }

    private static void readStation(XmlElement results, TestReport report) {
        results.find("TestStation").flatMap(station -> text(station, "SerialNumber")).ifPresent(report::machineName);
        results.find("Personnel", "SystemOperator")
            .flatMap(operator -> operator.attribute("name").or(() -> operator.attribute("ID")))
            .ifPresent(report::operator);
    }

    private void readTimes(XmlElement resultSet, TestReport report) {
        var start = time(resultSet, "startDateTime");
        start.ifPresent(report::start);
        start.ifPresent(began -> time(resultSet, "endDateTime")
            .ifPresent(ended -> report.executionTime(Duration.between(began, ended).toMillis() / 1000.0)));
    }

    private Optional<OffsetDateTime> time(XmlElement element, String attribute) {
        return element.attribute(attribute).map(text -> {
            try {
                return Times.parse(text, arguments.get(AtmlConverter.TIME_ZONE));
            } catch (DateTimeException wrong) {
                throw element.wrong("attribute " + attribute + ": expected an ISO 8601 time. Found: "
                    + InvalidSourceException.quote(text));
            }
        });
    }

    private static void readExtension(XmlElement resultSet, TestReport report) {
        resultSet.find("Extension", "TSResultSetProperties").ifPresent(properties -> {
            text(properties, "BatchSerialNumber").ifPresent(report::batch);
            properties.find("TestSocketIndex").flatMap(index -> index.integer("value")).filter(index -> index >= 0)
                .ifPresent(report::socket);
        });
    }

    /** What the sequence's author put beside the unit's identity. */
    private static void readAdditionalData(XmlElement uut, TestReport report) {
        uut.find("Definition", "Extension", "TSCollection").stream().flatMap(all -> all.children().stream())
            .filter(item -> item.attribute("name").equals(Optional.of("AdditionalData")))
            .flatMap(item -> item.find("Collection").stream()).flatMap(all -> all.children().stream())
            .forEach(item -> addMiscInfo(item, "", report));
    }

    private static void addMiscInfo(XmlElement item, String prefix, TestReport report) {
        var name = item.attribute("name").map(own -> prefix + own).orElse("");
        item.find("Collection").ifPresent(
            group -> group.children().forEach(member -> addMiscInfo(member, name + ".", report)));
        var value = Datum.in(item).map(Datum::text).orElse(item.text().strip());
        if (!name.isEmpty() && !value.isEmpty()) {
            report.miscInfo(name, value);
        }
    }

    private Step root(XmlElement resultSet) {
        var reader = new AtmlStep(arguments.get(AtmlConverter.SEQUENCE_VERSION));
        var file = resultSet.attribute("name").orElse("MainSequence");
        int sequence = file.lastIndexOf('#');
        var path = sequence > 0 ? file.substring(0, sequence) : file;
        var name = sequence > 0 ? file.substring(sequence + 1) : file;
        var root = Step.sequence("MainSequence Callback").calls(path, name,
            arguments.get(AtmlConverter.SEQUENCE_VERSION));
        Outcome.of(resultSet).ifPresent(root::status);
        reader.addChildren(resultSet, root);
        return root;
    }

    static Optional<String> text(XmlElement parent, String child) {
        return parent.find(child).map(found -> found.text().strip()).filter(text -> !text.isEmpty());
    }
}
