package dev.sightglass.client.convert.wsxf;

import dev.sightglass.converter.ConversionContext;
import dev.sightglass.converter.InvalidSourceException;
import dev.sightglass.converter.Report;
import dev.sightglass.converter.report.ReportBuilder;
import dev.sightglass.converter.report.Status;
import dev.sightglass.converter.report.Times;
import dev.sightglass.converter.xml.XmlElement;
import java.time.DateTimeException;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** Reads one Report element. */
final class WsxfReport {

    private static final Set<String> HANDLED_LATER =
        Set.of("Step", "ReportUnitHierarchy", "Failures", "Failure", "Binary");

    private static final Pattern WITH_OFFSET = Pattern.compile(".+T\\d\\d:\\d\\d:.+(Z|[+-]\\d\\d:\\d\\d)");

    private final ConversionContext context;

    WsxfReport(ConversionContext context) {
        this.context = context;
    }

    Report read(XmlElement report) {
        return switch (report.required("type").toUpperCase(Locale.ROOT)) {
            case "UUT" -> new WsxfTest(this).read(report);
            case "UUR" -> new WsxfRepair(this).read(report);
            default ->
                throw report.wrong("attribute type: expected UUT or UUR. Found: "
                    + InvalidSourceException.quote(report.required("type")));
        };
    }

    /** What an element of a name that nobody described would lose is for the folder's owner to decide. */
    void unknown(XmlElement element) {
        if (context.arguments().get(WsxfConverter.UNKNOWN_ELEMENTS).equals("reject")) {
            throw element.wrong("is not known to this converter and would be lost; to go on without such elements, "
                + "set the argument unknown-elements to ignore");
        }
    }

    <B extends ReportBuilder<B>> void readHeader(XmlElement report, B builder) {
        report.attribute("ID").map(id -> guid(report, id)).ifPresent(builder::id);
        report.attribute("MachineName").ifPresent(builder::machineName);
        report.attribute("Location").ifPresent(builder::location);
        report.attribute("Purpose").ifPresent(builder::purpose);
        report.attribute("Start").ifPresent(start -> readStart(report, start.strip(), builder));
        report.attribute("Start_utc").ifPresent(builder::startUtc);
        readProcess(report, builder);
        for (var child : report.children()) {
            readCommon(child, builder);
        }
    }

    static Status status(XmlElement element, String attribute) {
        var word = element.required(attribute);
        return Status.ofWord(word).orElseThrow(
            () -> element.wrong("attribute " + attribute + ": expected a word such as Passed. Found: "
                + InvalidSourceException.quote(word)));
    }

    static UUID guid(XmlElement element, String text) {
        try {
            return UUID.fromString(text.strip());
        } catch (IllegalArgumentException wrong) {
            throw element.wrong("expected a GUID. Found: " + InvalidSourceException.quote(text));
        }
    }

    int processCode(XmlElement process) {
        return process.integer("Code").orElseGet(() -> process.attribute("Name").map(context::requireProcessCode)
            .orElseGet(() -> context.arguments().get(WsxfConverter.PROCESS_CODE)));
    }

    private <B extends ReportBuilder<B>> void readProcess(XmlElement report, B builder) {
        report.find("Process").ifPresentOrElse(process -> {
            builder.processCode(processCode(process));
            process.attribute("Name").ifPresent(builder::processName);
        }, () -> builder.processCode(context.arguments().get(WsxfConverter.PROCESS_CODE)));
    }

    private <B extends ReportBuilder<B>> void readCommon(XmlElement child, B builder) {
        switch (child.name()) {
            case "UUT", "UUR", "Process" -> {
            }
            case "MiscInfo" -> builder.miscInfo(child.required("Description"), child.text(),
                child.decimal("Numeric").orElse(null), child.attribute("Typedef").orElse(null));
            case "Asset" -> builder.asset(child.required("AssetSN"), child.integer("UsageCount").orElse(null));
            case "Assets" -> child.children().forEach(asset -> readCommon(asset, builder));
            default -> {
                if (!HANDLED_LATER.contains(child.name())) {
                    unknown(child);
                }
            }
        }
    }

    /** A spelling that the server reads is kept. */
    private <B extends ReportBuilder<B>> void readStart(XmlElement report, String start, B builder) {
        try {
            var time = Times.parse(start, context.arguments().get(WsxfConverter.TIME_ZONE));
            if (WITH_OFFSET.matcher(start).matches()) {
                builder.start(start);
            } else {
                builder.start(time);
            }
        } catch (DateTimeException wrong) {
            throw report
                .wrong("attribute Start: expected an ISO 8601 time. Found: " + InvalidSourceException.quote(start));
        }
    }
}
