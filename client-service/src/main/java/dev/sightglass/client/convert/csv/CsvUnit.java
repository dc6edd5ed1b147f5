package dev.sightglass.client.convert.csv;

import dev.sightglass.converter.ConversionContext;
import dev.sightglass.converter.InvalidSourceException;
import dev.sightglass.converter.Report;
import dev.sightglass.converter.report.Comparison;
import dev.sightglass.converter.report.Measurement;
import dev.sightglass.converter.report.Status;
import dev.sightglass.converter.report.Step;
import dev.sightglass.converter.report.StepGroup;
import dev.sightglass.converter.report.TestReport;
import dev.sightglass.converter.report.Times;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The rows of one serial number. Its first row tells what holds for all. */
final class CsvUnit {

    private final CsvRow first;
    private final ConversionContext context;
    private final TestReport report;
    private final Step root;
    private final Map<String, Step> sequences = new LinkedHashMap<>();

    CsvUnit(CsvRow first, ConversionContext context) {
        this.first = first;
        this.context = context;
        this.report = TestReport.of(partNumber(first), first.required(Field.SERIAL_NUMBER),
            first.text(Field.REVISION).orElseGet(() -> context.arguments().get(CsvConverter.REVISION)));
        var name = context.arguments().get(CsvConverter.SEQUENCE_NAME);
        this.root = Step.sequence("MainSequence Callback").calls(name, name, null);
    }

    void add(CsvRow row) {
        if (!partNumber(row).equals(partNumber(first))) {
            throw row.wrong(Field.PART_NUMBER, "expected '" + partNumber(first) + "' as in line " + first.line()
                + " for the same serial number. Found: " + InvalidSourceException.quote(partNumber(row)));
        }
        var step = step(row);
        row.text(Field.GROUP).ifPresentOrElse(word -> StepGroup.ofWord(word)
            .ifPresentOrElse(group -> root.add(step.group(group)), () -> sequence(word).add(step)),
            () -> root.add(step));
    }

    Report report() {
        first.text(Field.STATION).ifPresent(report::machineName);
        first.text(Field.OPERATOR).ifPresent(report::operator);
        first.text(Field.BATCH).ifPresent(report::batch);
        first.text(Field.START).map(this::time).ifPresent(report::start);
        first.status(Field.RESULT).ifPresent(report::result);
        return report.processCode(processCode()).root(root).judge().build();
    }

    /** A group that is none of the three is a sequence of its own. */
    private Step sequence(String name) {
        return sequences.computeIfAbsent(name, ignored -> {
            var sequence = Step.sequence(name).calls(name, name, null);
            root.add(sequence);
            return sequence;
        });
    }

    private static Step step(CsvRow row) {
        var name = row.required(Field.TEST_NAME);
        var given = row.status(Field.STATUS).orElse(null);
        var number = row.number(Field.VALUE);
        if (number.isPresent()) {
            return Step.numeric(name).measurement(new Measurement.Numeric(null, number.get(),
                row.text(Field.UNIT).orElse(null), row.limits(), given));
        }
        var text = row.text(Field.VALUE);
        if (text.isPresent()) {
            return Step.text(name)
                .measurement(new Measurement.Text(null, text.get(), Comparison.LOG, null, given));
        }
        if (given == null) {
            throw row.wrong(Field.VALUE, "expected a value or a status. Found: neither");
        }
        return given == Status.PASSED || given == Status.FAILED ? Step.passFail(name).passed(given == Status.PASSED)
            : Step.passFail(name).status(given);
    }

    private String partNumber(CsvRow row) {
        var usual = context.arguments().get(CsvConverter.PART_NUMBER);
        return row.text(Field.PART_NUMBER).orElseGet(() -> usual.isBlank() ? row.required(Field.PART_NUMBER) : usual);
    }

    private int processCode() {
        return first.text(Field.PROCESS).map(process -> process.matches("[0-9]{1,5}")
            ? Integer.parseInt(process) : context.requireProcessCode(process))
            .orElseGet(() -> context.arguments().get(CsvConverter.PROCESS_CODE));
    }

    private OffsetDateTime time(String text) {
        var pattern = context.arguments().get(CsvConverter.TIME_PATTERN);
        ZoneId zone = context.arguments().get(CsvConverter.TIME_ZONE);
        try {
            return pattern.isBlank() ? Times.parse(text, zone)
                : Times.parse(text, DateTimeFormatter.ofPattern(pattern, Locale.ROOT), zone);
        } catch (DateTimeException | IllegalArgumentException wrong) {
            throw first.wrong(Field.START, "expected a time such as "
                + (pattern.isBlank() ? "2026-03-02T09:15:00" : pattern) + ". Found: "
                + InvalidSourceException.quote(text));
        }
    }
}
