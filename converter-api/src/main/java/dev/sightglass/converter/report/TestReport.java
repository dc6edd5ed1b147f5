package dev.sightglass.converter.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds the report of a test. Not thread-safe. */
public final class TestReport extends ReportBuilder<TestReport> {

    private final List<ObjectNode> subUnits = new ArrayList<>();
    private @Nullable Step root;
    private @Nullable Status result;
    private boolean judging;

    private TestReport(String partNumber, String serialNumber, String revision) {
        super("T", partNumber, serialNumber, revision);
    }

    /**
     * A report on one unit.
     *
     * @param partNumber the unit's part number
     * @param serialNumber the unit's serial number
     * @param revision the part's revision
     * @return the builder
     */
    public static TestReport of(String partNumber, String serialNumber, String revision) {
        return new TestReport(partNumber, serialNumber, revision);
    }

    /**
     * Sets the result as the test system gave it.
     *
     * @param given the result
     * @return this
     */
    public TestReport result(Status given) {
        result = given;
        return this;
    }

    /**
     * Has the statuses that the test system did not give computed: those of measurements from their limits, those of steps and of the
     * test from what they hold. Without this call, whatever has no status stays without one.
     *
     * @return this
     */
    public TestReport judge() {
        judging = true;
        return this;
    }

    /**
     * Sets the steps.
     *
     * @param sequence the root, which holds all other steps
     * @return this
     */
    public TestReport root(Step sequence) {
        root = sequence;
        return this;
    }

    /**
     * Sets the fixture.
     *
     * @param id the fixture's id
     * @return this
     */
    public TestReport fixture(String id) {
        person().text("fixtureId", id);
        return this;
    }

    /**
     * Sets the socket of a tester for several units.
     *
     * @param index the socket's index
     * @return this
     */
    public TestReport socket(int index) {
        person().whole("testSocketIndex", index);
        return this;
    }

    /**
     * Sets the batch.
     *
     * @param serialNumber the batch's serial number
     * @return this
     */
    public TestReport batch(String serialNumber) {
        person().text("batchSN", serialNumber);
        return this;
    }

    /**
     * Sets the counters of the batch.
     *
     * @param failCount how many failed so far, or null
     * @param loopIndex which round this is, or null
     * @return this
     */
    public TestReport batchCounters(@Nullable Integer failCount, @Nullable Integer loopIndex) {
        person().whole("batchFailCount", failCount).whole("batchLoopIndex", loopIndex);
        return this;
    }

    /**
     * Sets the error of a test that could not be carried out.
     *
     * @param code the code, or null
     * @param message the message, or null
     * @return this
     */
    public TestReport error(@Nullable Integer code, @Nullable String message) {
        person().whole("errorCode", code).text("errorMessage", message);
        return this;
    }

    /**
     * Names the step that made the test fail.
     *
     * @param stepId the step's id
     * @return this
     */
    public TestReport failedBecauseOfStep(int stepId) {
        person().whole("stepIdCausedUUTFailure", stepId);
        return this;
    }

    /**
     * Adds a part of the unit.
     *
     * @param unit the part
     * @return this
     */
    public TestReport subUnit(SubUnit unit) {
        subUnits.add(unit.toJson().json());
        return this;
    }

    @Override
    TestReport self() {
        return this;
    }

    @Override
    String personMember() {
        return "uut";
    }

    @Override
    void complete(Members json) {
        json.status("result", shownResult()).list("subUnits", subUnits);
        if (root != null) {
            json.node("root", root.toJson(judging));
        }
    }

    private @Nullable Status shownResult() {
        if (result != null || !judging || root == null) {
            return result;
        }
        return root.judged().worse(Status.PASSED);
    }
}
