package dev.sightglass.client.convert.atml;

import dev.sightglass.converter.report.Comparison;
import dev.sightglass.converter.report.Limits;
import dev.sightglass.converter.report.Measurement;
import dev.sightglass.converter.report.Status;
import dev.sightglass.converter.report.Step;
import dev.sightglass.converter.report.StepGroup;
import dev.sightglass.converter.xml.XmlElement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads TestGroup, SessionAction and Test elements. */
final class AtmlStep {

    private static final Set<String> NUMERIC = Set.of("NumericLimitTest", "NI_MultipleNumericLimitTest");

    private final String sequenceVersion;

    AtmlStep(String sequenceVersion) {
        this.sequenceVersion = sequenceVersion;
    }

    void addChildren(XmlElement parent, Step sequence) {
        for (var child : parent.children()) {
            switch (child.name()) {
                case "TestGroup" -> sequence.add(group(child));
                case "SessionAction" -> sequence.add(described(child, action(child)));
                case "Test" -> sequence.add(described(child, test(child)));
                default -> {
                }
            }
        }
    }

    private Step group(XmlElement element) {
        var called = name(element);
        var step = Step.sequence(element.attribute("callerName").orElse(called));
        int hash = called.lastIndexOf('#');
        step.calls(hash > 0 ? called.substring(0, hash) : called, called.substring(hash + 1), sequenceVersion);
        addChildren(element, described(element, step));
        return step;
    }

    private static Step action(XmlElement element) {
        return Step.of(type(element).orElse("Action"), name(element));
    }

    /** A type that is neither of the known ones is kept; what was measured tells the kind of measurements. */
    private static Step test(XmlElement element) {
        var results = element.children("TestResult");
        var type = type(element).orElse("");
        if (type.equals("PassFailTest") || (results.isEmpty() && type.isEmpty())) {
            return Step.passFail(name(element)).measurement(new Measurement.PassFail(null, measured(element)));
        }
        if (type.equals("StringValueTest")) {
            return withTexts(Step.text(name(element)), element, results);
        }
        if (NUMERIC.contains(type)) {
            return withNumbers(Step.numeric(name(element)), element, results);
        }
        if (type.isEmpty()) {
            return isNumeric(results) ? withNumbers(Step.numeric(name(element)), element, results)
                : withTexts(Step.text(name(element)), element, results);
        }
        var step = Step.of(type, name(element));
        return isNumeric(results) ? withNumbers(step, element, results) : withTexts(step, element, results);
    }

    private static boolean isNumeric(List<XmlElement> results) {
        return results.stream().flatMap(result -> result.find("TestData", "Datum").stream())
            .allMatch(datum -> datum.attribute("value").isPresent());
    }

    private static Step withNumbers(Step step, XmlElement test, List<XmlElement> results) {
        for (var result : results) {
            var datum = result.find("TestData", "Datum").map(Datum::new);
            if (datum.isPresent()) {
                step.measurement(new Measurement.Numeric(measureName(result, results), datum.get().number(),
                    datum.get().unit().orElse(null), AtmlLimits.numeric(result), given(test, result, results)));
            }
        }
        return step;
    }

    private static Step withTexts(Step step, XmlElement test, List<XmlElement> results) {
        for (var result : results) {
            var datum = result.find("TestData", "Datum").map(Datum::new);
            if (datum.isPresent()) {
                var expected = result.find("TestLimits", "Limits", "Expected");
                var comparison = expected.map(AtmlStep::textComparison).orElse(Comparison.LOG);
                step.measurement(new Measurement.Text(measureName(result, results), datum.get().text(), comparison,
                    expected.flatMap(Datum::in).map(Datum::text).orElse(null), given(test, result, results)));
            }
        }
        return step;
    }

    private static Comparison textComparison(XmlElement expected) {
        return expected.attribute("comparator").equals(Optional.of("CIEQ")) ? Comparison.IGNORECASE
            : Comparison.CASESENSIT;
    }

    /** The only measurement of a step needs no name. */
    private static @Nullable String measureName(XmlElement result, List<XmlElement> results) {
        return results.size() == 1 ? null : result.attribute("name").orElse("Measurement");
    }

    /** A result of its own wins; the test's counts for its only result, and says nothing of one among several. */
    private static @Nullable Status given(XmlElement test, XmlElement result, List<XmlElement> results) {
        var own = Outcome.of(result).map(AtmlStep::forMeasurement);
        return own.or(() -> results.size() == 1 ? Optional.of(measured(test)) : Optional.empty()).orElse(null);
    }

    private static Status measured(XmlElement test) {
        return Outcome.of(test).map(AtmlStep::forMeasurement).orElse(Status.PASSED);
    }

    private static Status forMeasurement(Status status) {
        return switch (status) {
            case PASSED, DONE -> Status.PASSED;
            case FAILED, ERROR, TERMINATED -> Status.FAILED;
            case SKIPPED -> Status.SKIPPED;
        };
    }

    private static Step described(XmlElement element, Step step) {
        Outcome.of(element).ifPresent(step::status);
        var properties = element.find("Extension", "TSStepProperties");
        properties.flatMap(all -> AtmlReport.text(all, "StepGroup")).flatMap(StepGroup::ofWord).ifPresent(step::group);
        properties.flatMap(all -> all.find("TotalTime")).flatMap(time -> time.decimal("value"))
            .ifPresent(step::totalTime);
        element.attribute("startDateTime").ifPresent(step::start);
        element.find("Outcome", "Description").or(() -> element.find("Description")).map(XmlElement::text)
            .filter(text -> !text.isBlank()).ifPresent(step::reportText);
        return step;
    }

    private static Optional<String> type(XmlElement element) {
        return element.find("Extension", "TSStepProperties").flatMap(all -> AtmlReport.text(all, "StepType"));
    }

    private static String name(XmlElement element) {
        return element.attribute("name").orElse("StepName");
    }
}
