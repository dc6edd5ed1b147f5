package dev.sightglass.converter.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Builds the report of a repair. Not thread-safe. */
public final class RepairReport extends ReportBuilder<RepairReport> {

    private final List<ObjectNode> units = new ArrayList<>();
    private final List<ObjectNode> attachments = new ArrayList<>();
    private Status result = Status.PASSED;

    private RepairReport(String partNumber, String serialNumber, String revision) {
        super("R", partNumber, serialNumber, revision);
    }

    /**
     * A report on one unit.
     *
     * @param partNumber the unit's part number
     * @param serialNumber the unit's serial number
     * @param revision the part's revision
     * @return the builder
     */
    public static RepairReport of(String partNumber, String serialNumber, String revision) {
        return new RepairReport(partNumber, serialNumber, revision);
    }

    /**
     * Sets the result, which is passed otherwise.
     *
     * @param given the result
     * @return this
     */
    public RepairReport result(Status given) {
        result = given;
        return this;
    }

    /**
     * Sets the test that the unit failed.
     *
     * @param processCode the code of the test operation
     * @param processName its name; may be empty
     * @return this
     */
    public RepairReport failedTest(int processCode, String processName) {
        person().whole("processCode", processCode).text("processName", processName);
        return this;
    }

    /**
     * Sets the report of the test that the unit failed.
     *
     * @param reportId the report's id
     * @return this
     */
    public RepairReport failedReport(UUID reportId) {
        person().text("refUUT", reportId.toString());
        return this;
    }

    /**
     * Sets when the failure was confirmed.
     *
     * @param time ISO 8601
     * @return this
     */
    public RepairReport confirmed(String time) {
        person().text("confirmDate", time);
        return this;
    }

    /**
     * Sets when the repair was finished.
     *
     * @param time ISO 8601
     * @return this
     */
    public RepairReport finalized(String time) {
        person().text("finalizeDate", time);
        return this;
    }

    /**
     * Adds a unit. One of them is the repaired unit itself, with index 0.
     *
     * @param unit a unit with its index
     * @return this
     */
    public RepairReport unit(SubUnit unit) {
        units.add(unit.toJson().json());
        return this;
    }

    /**
     * Adds a file.
     *
     * @param attachment the file
     * @return this
     */
    public RepairReport attachment(Attachment attachment) {
        attachments.add(attachment.toJson());
        return this;
    }

    @Override
    RepairReport self() {
        return this;
    }

    @Override
    String personMember() {
        return "uur";
    }

    @Override
    void complete(Members json) {
        json.status("result", result).list("subUnits", units).list("binaryData", attachments);
    }
}
