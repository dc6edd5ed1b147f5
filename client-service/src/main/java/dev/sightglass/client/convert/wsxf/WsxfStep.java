package dev.sightglass.client.convert.wsxf;

import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.sightglass.converter.InvalidSourceException;
import dev.sightglass.converter.report.Attachment;
import dev.sightglass.converter.report.Chart;
import dev.sightglass.converter.report.Comparison;
import dev.sightglass.converter.report.Limits;
import dev.sightglass.converter.report.Loop;
import dev.sightglass.converter.report.Measurement;
import dev.sightglass.converter.report.Status;
import dev.sightglass.converter.report.Step;
import dev.sightglass.converter.report.StepGroup;
import dev.sightglass.converter.xml.XmlElement;

/** Reads a Step element and everything in it. */
final class WsxfStep {

    private final WsxfReport reader;

    WsxfStep(WsxfReport reader) {
        this.reader = reader;
    }

    Step read(XmlElement element) {
        var step = start(element);
        readAttributes(element, step);
        for (var child : element.children()) {
            readChild(child, step);
        }
        return step;
    }

    /** A type that the file gives is kept; else what the step holds tells it. */
    private static Step start(XmlElement element) {
        var name = element.attribute("Name").orElse("StepName");
        return element.attribute("StepType").map(type -> Step.of(type, name)).orElseGet(() -> {
            if (element.find("SequenceCall").isPresent()) {
                return Step.sequence(name);
            }
            if (element.find("NumericLimit").isPresent()) {
                return Step.numeric(name);
            }
            if (element.find("StringValue").isPresent()) {
                return Step.text(name);
            }
            return element.find("PassFail").isPresent() ? Step.passFail(name) : Step.of("Action", name);
        });
    }

    private static void readAttributes(XmlElement element, Step step) {
        element.integer("Id").ifPresent(step::id);
        element.attribute("Group").ifPresent(word -> step.group(StepGroup.ofWord(word).orElseThrow(
            () -> element.wrong(
                "attribute Group: expected Setup, Main or Cleanup. Found: " + InvalidSourceException.quote(word)))));
        element.attribute("Status").ifPresent(word -> step.status(WsxfReport.status(element, "Status")));
        element.attribute("Start").ifPresent(step::start);
        element.decimal("total_time").ifPresent(step::totalTime);
        step.error(element.integer("StepErrorCode").orElse(null), element.attribute("StepErrorMessage").orElse(null));
        element.attribute("StepCausedUUTFailure").ifPresent(word -> step.causedTestFailure(isTrue(word)));
        element.attribute("StepCausedSequenceFailure")
            .ifPresent(word -> step.with("causedSeqFailure", BooleanNode.valueOf(isTrue(word))));
        element.attribute("TSGuid").ifPresent(guid -> step.with("tsGuid", TextNode.valueOf(guid)));
    }

    private static boolean isTrue(String word) {
        return word.strip().equalsIgnoreCase("true") || word.strip().equals("1");
    }

    private void readChild(XmlElement child, Step step) {
        switch (child.name()) {
            case "Step" -> step.add(read(child));
            case "SequenceCall" -> step.calls(
                child.attribute("Filepath").or(() -> child.attribute("Filename")).orElse(null),
                child.attribute("Name").orElse(null), child.attribute("Version").orElse(null));
            case "NumericLimit" -> step.measurement(numeric(child));
            case "PassFail" ->
                step.measurement(new Measurement.PassFail(child.attribute("Name").orElse(null), given(child)));
            case "StringValue" -> step.measurement(text(child));
            case "ReportText" -> step.reportText(child.text());
            case "Chart" -> once(child, () -> step.chart(chart(child)));
            case "Attachment" -> once(child, () -> step.attachment(attachment(child)));
            case "Loop" -> step.loop(new Loop(child.integer("index").orElse(null), child.integer("num").orElse(null),
                child.integer("ending_index").orElse(null), child.integer("passed").orElse(null),
                child.integer("failed").orElse(null)));
            case "MessagePopup" -> step.answer(child.attribute("Response").orElse(null),
                child.integer("Button").orElse(null));
            case "Callexe" -> child.decimal("ExitCode").ifPresent(step::exitCode);
            default -> reader.unknown(child);
        }
    }

    private static Status given(XmlElement measurement) {
        return WsxfReport.status(measurement, "Status");
    }

    private static Measurement numeric(XmlElement element) {
        var limits = new Limits(comparison(element), element.decimal("LowLimit").orElse(null),
            element.decimal("HighLimit").orElse(null));
        return new Measurement.Numeric(element.attribute("Name").orElse(null),
            element.decimal("NumericValue").orElse(null), element.attribute("Units").orElse(null), limits,
            given(element));
    }

    private static Measurement text(XmlElement element) {
        return new Measurement.Text(element.attribute("Name").orElse(null),
            element.exactAttribute("StringValue").orElse(null), comparison(element),
            element.exactAttribute("StringLimit").orElse(null), given(element));
    }

    private static Comparison comparison(XmlElement element) {
        return element.attribute("CompOperator").map(word -> Comparison.ofWord(word).orElseThrow(
            () -> element.wrong(
                "attribute CompOperator: expected a name such as GELE. Found: " + InvalidSourceException.quote(word))))
            .orElse(Comparison.LOG);
    }

    private static Chart chart(XmlElement element) {
        var type = element.attribute("ChartType").map(word -> Chart.Type.ofWord(word).orElseThrow(() -> element.wrong(
            "attribute ChartType: expected Line, LineLogXY, LineLogX or LineLogY. Found: "
                + InvalidSourceException.quote(word))))
            .orElse(Chart.Type.LINE);
        var chart = new Chart(type, element.attribute("Label").orElse(""))
            .x(element.attribute("XLabel").orElse(""), element.attribute("XUnit").orElse(null))
            .y(element.attribute("YLabel").orElse(""), element.attribute("YUnit").orElse(null));
        for (var series : element.children("Series")) {
            chart.series(series.attribute("Name").orElse(""), data(series, "xdata"), data(series, "ydata"));
        }
        return chart;
    }

    private static String data(XmlElement series, String axis) {
        return series.find(axis).map(XmlElement::text).orElse("").strip();
    }

    /** Elsewhere a name without content stands for a file on the station's disk; a service does not open what a report names. */
    private static Attachment attachment(XmlElement element) {
        if (element.text().isBlank()) {
            throw element.wrong("expected the attached file in base64. Found: nothing; a path in Name is not followed");
        }
        return base64(element, element.required("Name"), element.text());
    }

    static Attachment base64(XmlElement element, String name, String content) {
        try {
            return Attachment.ofBase64(name, element.attribute("ContentType").orElse("application/octet-stream"),
                content);
        } catch (IllegalArgumentException wrong) {
            throw element.wrong(String.valueOf(wrong.getMessage()));
        }
    }

    private static void once(XmlElement element, Runnable setting) {
        try {
            setting.run();
        } catch (IllegalStateException twice) {
            throw element.wrong(String.valueOf(twice.getMessage()));
        }
    }
}
