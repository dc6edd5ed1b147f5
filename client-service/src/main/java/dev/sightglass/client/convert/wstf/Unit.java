package dev.sightglass.client.convert.wstf;

import dev.sightglass.converter.ConversionContext;
import dev.sightglass.converter.InvalidSourceException;
import dev.sightglass.converter.Report;
import dev.sightglass.converter.report.Status;
import dev.sightglass.converter.report.Step;
import dev.sightglass.converter.report.SubUnit;
import dev.sightglass.converter.report.TestReport;
import dev.sightglass.converter.report.Times;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the header and the footer say of one unit. */
final class Unit {

    /** Compared without case, since test systems differ in it. */
    private static final Set<String> KNOWN = Set.of("serialnumber", "partnumber", "revision", "operationtypename",
        "operationtypecode", "stationname", "operatorname", "softwarename", "softwareversion", "batchserialnumber",
        "comment", "fixtureid", "uutstatus", "errorcode", "errormessage", "utcstartdatetime", "startdatetime",
        "executiontime", "testsocketindex", "convertermode");

    private final ConversionContext context;
    private final Numbers numbers;
    private final Line start;
    private final Map<String, Line> known = new LinkedHashMap<>();
    private final List<Line> others = new ArrayList<>();
    private final List<SubUnit> subUnits = new ArrayList<>();

    Unit(ConversionContext context, Numbers numbers, Line start) {
        this.context = context;
        this.numbers = numbers;
        this.start = start;
    }

    /** A key that occurs again, as UUTStatus does in header and footer, replaces the earlier one. */
    void add(Line line) {
        var key = line.cell(0).toLowerCase(Locale.ROOT);
        if (key.equals("subunit")) {
            if (line.cell(2).isEmpty() || line.cell(3).isEmpty()) {
                throw line.wrong("Subunit: expected description, part number, serial number and revision. Found: "
                    + InvalidSourceException.quote(String.join(", ", line.cells())));
            }
            subUnits.add(SubUnit.of(line.cell(1), line.cell(2), line.cell(3), line.cell(4)));
        } else if (KNOWN.contains(key)) {
            known.put(key, line);
        } else if (!line.cell(1).isEmpty()) {
            others.add(line);
        }
    }

    Step root() {
        var name = value("SoftwareName").orElseGet(() -> context.arguments().get(WstfConverter.SEQUENCE_NAME));
        var version = value("SoftwareVersion").orElseGet(() -> context.arguments().get(WstfConverter.SEQUENCE_VERSION));
        return Step.sequence("MainSequence Callback").calls(name, name, version);
    }

    boolean isImporting() {
        var mode = value("ConverterMode").orElseGet(() -> context.arguments().get(WstfConverter.TEST_MODE));
        return switch (mode.toLowerCase(Locale.ROOT)) {
            case "active" -> false;
            case "import" -> true;
            default ->
                throw line("ConverterMode")
                    .wrong("ConverterMode: expected Active or Import. Found: " + InvalidSourceException.quote(mode));
        };
    }

    Report report(Step root) {
        var report = TestReport.of(required("PartNumber"), required("SerialNumber"), required("Revision")).root(root);
        value("UUTStatus").map(this::result).ifPresentOrElse(result -> {
            report.result(result);
            root.status(result);
        }, this::requireResultWhenImporting);
        report.judge();
        report.processCode(processCode());
        value("OperationTypeName").ifPresent(report::processName);
        value("StationName").ifPresent(report::machineName);
        report.operator(value("OperatorName").orElseGet(() -> context.arguments().get(WstfConverter.OPERATOR)));
        value("BatchSerialNumber").ifPresent(report::batch);
        value("Comment").ifPresent(report::comment);
        value("FixtureId").ifPresent(report::fixture);
        report.error(integer("ErrorCode").orElse(null), value("ErrorMessage").orElse(null));
        integer("TestSocketIndex").ifPresent(report::socket);
        value("ExecutionTime").flatMap(text -> numbers.decimal(line("ExecutionTime"), "ExecutionTime", text))
            .ifPresent(report::executionTime);
        time("StartDateTime", context.arguments().get(WstfConverter.TIME_ZONE)).ifPresent(report::start);
        time("UTCStartDateTime", ZoneOffset.UTC).map(OffsetDateTime::toInstant).ifPresent(report::startUtc);
        others.forEach(line -> report.miscInfo(line.cell(0), line.cell(1)));
        subUnits.forEach(report::subUnit);
        return report.build();
    }

    private int processCode() {
        return integer("OperationTypeCode").orElseGet(() -> value("OperationTypeName").map(context::requireProcessCode)
            .orElseGet(() -> context.arguments().get(WstfConverter.PROCESS_CODE)));
    }

    private Status result(String word) {
        return Status.ofWord(word).orElseThrow(() -> line("UUTStatus")
            .wrong("UUTStatus: expected Passed, Failed, Error or Terminated. Found: "
                + InvalidSourceException.quote(word)));
    }

    private void requireResultWhenImporting() {
        if (isImporting()) {
            throw start.wrong("the unit that begins here has no UUTStatus, which Import mode takes the result from");
        }
    }

    private Optional<OffsetDateTime> time(String key, ZoneId zone) {
        return value(key).map(text -> {
            try {
                return Times.parse(text, zone);
            } catch (DateTimeException wrong) {
                throw line(key).wrong(key + ": expected a time such as 2026-03-02T09:15:00. Found: "
                    + InvalidSourceException.quote(text));
            }
        });
    }

    private Optional<Integer> integer(String key) {
        return value(key).flatMap(text -> numbers.integer(line(key), key, text));
    }

    private String required(String key) {
        return value(key).orElseThrow(() -> start.wrong("the unit that begins here has no " + key));
    }

    private Optional<String> value(String key) {
        return Optional.ofNullable(known.get(key.toLowerCase(Locale.ROOT))).map(line -> line.cell(1))
            .filter(text -> !text.isEmpty());
    }

    private Line line(String key) {
        return known.getOrDefault(key.toLowerCase(Locale.ROOT), start);
    }
}
