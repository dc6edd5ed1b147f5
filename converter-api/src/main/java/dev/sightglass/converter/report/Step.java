package dev.sightglass.converter.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One step of a test. A factory method chooses what kind; what a kind does not use may still be set, since test systems do so too. Not
 * thread-safe.
 */
public final class Step {

    private final StepKind kind;
    private final String name;
    private @Nullable Status status;
    private @Nullable Chart chart;
    private @Nullable Attachment attachment;
    private final Map<String, JsonNode> leading = new LinkedHashMap<>();
    private final Map<String, JsonNode> trailing = new LinkedHashMap<>();
    private final List<Measurement> measurements = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();

    private Step(StepKind kind, String name) {
        this.kind = kind;
        this.name = name;
    }

    /**
     * A sequence of steps. The root of a test is one.
     *
     * @param name the step's name
     * @return the step
     */
    public static Step sequence(String name) {
        return new Step(StepKind.SEQUENCE, name);
    }

    /**
     * A step that measures numbers, one or several.
     *
     * @param name the step's name
     * @return the step
     */
    public static Step numeric(String name) {
        return new Step(StepKind.NUMERIC, name);
    }

    /**
     * A step that answers yes or no, once or several times.
     *
     * @param name the step's name
     * @return the step
     */
    public static Step passFail(String name) {
        return new Step(StepKind.PASS_FAIL, name);
    }

    /**
     * A step that compares texts, one or several.
     *
     * @param name the step's name
     * @return the step
     */
    public static Step text(String name) {
        return new Step(StepKind.TEXT, name);
    }

    /**
     * A step that does something and judges nothing.
     *
     * @param name the step's name
     * @return the step
     */
    public static Step action(String name) {
        return of("ET_A", name);
    }

    /**
     * A step that runs a program.
     *
     * @param name the step's name
     * @param exitCode what the program answered
     * @return the step
     */
    public static Step callExecutable(String name, double exitCode) {
        return of("CallExecutable", name).exitCode(Decimal.of(exitCode));
    }

    /**
     * A step that asks the operator.
     *
     * @param name the step's name
     * @param response what the operator wrote
     * @param button which button was pressed
     * @return the step
     */
    public static Step messagePopup(String name, String response, int button) {
        return of("MessagePopup", name).answer(response, button);
    }

    /**
     * A step of any type, which is kept as it is.
     *
     * @param type the type's name
     * @param name the step's name
     * @return the step
     */
    public static Step of(String type, String name) {
        return new Step(StepKind.other(type), name);
    }

    /**
     * Sets the id.
     *
     * @param id unique in the report
     * @return this
     */
    public Step id(int id) {
        return lead("id", IntNode.valueOf(id));
    }

    /**
     * Sets the group.
     *
     * @param group the part of the sequence
     * @return this
     */
    public Step group(StepGroup group) {
        return lead("group", TextNode.valueOf(group.letter()));
    }

    /**
     * Sets the status as the test system gave it.
     *
     * @param given the status
     * @return this
     */
    public Step status(Status given) {
        status = given;
        return this;
    }

    /**
     * Sets when the step began.
     *
     * @param time as the test system writes it
     * @return this
     */
    public Step start(String time) {
        return lead("start", TextNode.valueOf(time));
    }

    /**
     * Sets how long the step took.
     *
     * @param seconds the time in seconds
     * @return this
     */
    public Step totalTime(Decimal seconds) {
        return lead("totTime", seconds.toJson());
    }

    /**
     * Sets how long the step took.
     *
     * @param seconds the time in seconds
     * @return this
     */
    public Step totalTime(double seconds) {
        return totalTime(Decimal.of(seconds));
    }

    /**
     * Sets the error of a step that could not be carried out.
     *
     * @param code the code, or null
     * @param message the message, or null
     * @return this
     */
    public Step error(@Nullable Integer code, @Nullable String message) {
        if (code != null) {
            lead("errorCode", IntNode.valueOf(code));
        }
        return message == null || message.isBlank() ? this : lead("errorMessage", TextNode.valueOf(message));
    }

    /**
     * Sets the text for people who read the report.
     *
     * @param text any text, line breaks included
     * @return this
     */
    public Step reportText(String text) {
        return with("reportText", TextNode.valueOf(text));
    }

    /**
     * Says whether this step made the whole test fail.
     *
     * @param caused true for the culprit
     * @return this
     */
    public Step causedTestFailure(boolean caused) {
        return lead("causedUUTFailure", BooleanNode.valueOf(caused));
    }

    /**
     * Sets the place in a loop.
     *
     * @param loop a summary or a round
     * @return this
     */
    public Step loop(Loop loop) {
        return with("loop", loop.toJson());
    }

    /**
     * Says which sequence was called.
     *
     * @param path the file
     * @param sequence the sequence's name
     * @param version the version, or null
     * @return this
     */
    public Step calls(@Nullable String path, @Nullable String sequence, @Nullable String version) {
        return with("seqCall",
            new Members().text("path", path).text("name", sequence).text("version", version).json());
    }

    /**
     * Adds a measurement.
     *
     * @param measurement a numeric, pass/fail or text measurement; all of a step are of one kind
     * @return this
     */
    public Step measurement(Measurement measurement) {
        measurements.add(measurement);
        return this;
    }

    /**
     * Adds the only measurement of a numeric step.
     *
     * @param value what was measured; may be infinite or NaN
     * @param unit the unit, or null
     * @param limits the limits
     * @return this
     */
    public Step measured(double value, @Nullable String unit, Limits limits) {
        return measurement(new Measurement.Numeric(null, Decimal.of(value), unit, limits, null));
    }

    /**
     * Adds one of several measurements of a numeric step.
     *
     * @param measurement its name
     * @param value what was measured; may be infinite or NaN
     * @param unit the unit, or null
     * @param limits the limits
     * @return this
     */
    public Step measured(String measurement, double value, @Nullable String unit, Limits limits) {
        return measurement(new Measurement.Numeric(measurement, Decimal.of(value), unit, limits, null));
    }

    /**
     * Adds the only answer of a pass/fail step.
     *
     * @param passed whether it passed
     * @return this
     */
    public Step passed(boolean passed) {
        return measurement(new Measurement.PassFail(null, passed ? Status.PASSED : Status.FAILED));
    }

    /**
     * Adds one of several answers of a pass/fail step.
     *
     * @param measurement its name
     * @param passed whether it passed
     * @return this
     */
    public Step passed(String measurement, boolean passed) {
        return measurement(new Measurement.PassFail(measurement, passed ? Status.PASSED : Status.FAILED));
    }

    /**
     * Adds the only comparison of a text step.
     *
     * @param value the text that was read
     * @param comparison how it is compared
     * @param limit the text that is expected, or null
     * @return this
     */
    public Step read(String value, Comparison comparison, @Nullable String limit) {
        return measurement(new Measurement.Text(null, value, comparison, limit, null));
    }

    /**
     * Adds a step to a sequence.
     *
     * @param step the step
     * @return this
     */
    public Step add(Step step) {
        steps.add(step);
        return this;
    }

    /**
     * Sets the chart.
     *
     * @param only the chart
     * @return this
     * @throws IllegalStateException when there is one already: the server keeps one
     */
    public Step chart(Chart only) {
        if (chart != null) {
            throw new IllegalStateException("step " + name + ": has a chart already; a step has at most one");
        }
        chart = only;
        return this;
    }

    /**
     * Sets the attached file.
     *
     * @param only the attachment
     * @return this
     * @throws IllegalStateException when there is one already: the server keeps one
     */
    public Step attachment(Attachment only) {
        if (attachment != null) {
            throw new IllegalStateException("step " + name + ": has an attachment already; a step has at most one");
        }
        attachment = only;
        return this;
    }

    /**
     * Sets the exit code of a program that the step ran.
     *
     * @param code the code
     * @return this
     */
    public Step exitCode(Decimal code) {
        return with("callExe", new Members().number("exitCode", code).json());
    }

    /**
     * Sets what the operator answered.
     *
     * @param response the text, or null
     * @param button the number of the button, or null
     * @return this
     */
    public Step answer(@Nullable String response, @Nullable Integer button) {
        return with("messagePopup", new Members().text("response", response).whole("button", button).json());
    }

    /**
     * Sets a member that this class knows nothing of.
     *
     * @param member the JSON name
     * @param value its value
     * @return this
     */
    public Step with(String member, JsonNode value) {
        trailing.put(member, value);
        return this;
    }

    /** The status that was given, or else the gravest of what the step holds. */
    Status judged() {
        if (status != null) {
            return status;
        }
        var held = Stream.concat(measurements.stream().map(this::judged), steps.stream().map(Step::judged))
            .reduce(Status::worse).orElse(Status.PASSED);
        return steps.isEmpty() ? held : held.worse(Status.PASSED);
    }

    private Status judged(Measurement measurement) {
        var given = measurement.status();
        if (given != null) {
            return given;
        }
        return status == Status.SKIPPED ? Status.SKIPPED : measurement.judged();
    }

    ObjectNode toJson(boolean judging) {
        var json = new Members();
        json.node("id", leading.get("id")).node("stepType", TextNode.valueOf(type())).text("name", name)
            .node("group", leading.get("group")).status("status", judging ? judged() : status);
        leading.forEach(json::node);
        for (var list : measurements.stream()
            .collect(Collectors.groupingBy(StepKind::member, LinkedHashMap::new, Collectors.toList())).entrySet()) {
            json.list(list.getKey(), list.getValue().stream()
                .map(one -> one.toJson(judging ? judged(one) : one.status())).toList());
        }
        trailing.forEach(json::node);
        json.node("chart", chart == null ? null : chart.toJson())
            .node("attachment", attachment == null ? null : attachment.toJson());
        if (kind.equals(StepKind.SEQUENCE) || !steps.isEmpty()) {
            json.json().putArray("steps").addAll(steps.stream().map(step -> step.toJson(judging)).toList());
        }
        return json.json();
    }

    private String type() {
        boolean several = measurements.size() > 1 || (measurements.size() == 1 && measurements.get(0).name() != null);
        return kind.type(several, chart != null);
    }

    private Step lead(String member, JsonNode value) {
        leading.put(member, value);
        return this;
    }
}
