package dev.sightglass.converter.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightglass.converter.Report;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What tests and repairs have in common. Not thread-safe.
 *
 * @param <B> the builder's own type
 */
public abstract sealed class ReportBuilder<B extends ReportBuilder<B>> permits TestReport, RepairReport {

    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder().appendPattern("uuuu-MM-dd'T'HH:mm:ss")
        .appendFraction(ChronoField.NANO_OF_SECOND, 3, 9, true).appendOffset("+HH:MM", "+00:00").toFormatter();

    private final Members header = new Members();
    private final Members person = new Members();
    private final List<ObjectNode> miscInfos = new ArrayList<>();
    private final List<ObjectNode> assets = new ArrayList<>();
    private final List<ObjectNode> additionalData = new ArrayList<>();
    private final Map<String, JsonNode> others = new LinkedHashMap<>();

    ReportBuilder(String type, String partNumber, String serialNumber, String revision) {
        header.text("type", type).text("pn", partNumber).text("sn", serialNumber).text("rev", revision);
    }

    abstract B self();

    /** The member under which the person's part stands: uut or uur. */
    abstract String personMember();

    /** Adds what only this kind of report has, and its result. */
    abstract void complete(Members json);

    /**
     * Sets the id. Without one, the service derives it from the content.
     *
     * @param id the id; a report with the same id replaces this one on the server
     * @return this
     */
    public B id(UUID id) {
        header.text("id", id.toString());
        return self();
    }

    /**
     * Sets the operation.
     *
     * @param code the code of a test or repair operation that the server knows
     * @return this
     */
    public B processCode(int code) {
        header.whole("processCode", code);
        return self();
    }

    /**
     * Sets the operation's name.
     *
     * @param name the name as the server spells it
     * @return this
     */
    public B processName(String name) {
        header.text("processName", name);
        return self();
    }

    /**
     * Sets the station. Without one, the service takes the configured one.
     *
     * @param name its name
     * @return this
     */
    public B machineName(String name) {
        header.text("machineName", name);
        return self();
    }

    /**
     * Sets where the station stands. Without it, the service takes the configured one.
     *
     * @param place the place
     * @return this
     */
    public B location(String place) {
        header.text("location", place);
        return self();
    }

    /**
     * Sets what the station is used for. Without it, the service takes the configured one.
     *
     * @param purpose the purpose
     * @return this
     */
    public B purpose(String purpose) {
        header.text("purpose", purpose);
        return self();
    }

    /**
     * Sets when it began, as the station's clock showed. Without it, the service takes the file's time.
     *
     * @param time the time with its offset
     * @return this
     */
    public B start(OffsetDateTime time) {
        return start(TIME.format(time));
    }

    /**
     * Sets when it began, in the spelling of the test system.
     *
     * @param time ISO 8601 with an offset
     * @return this
     */
    public B start(String time) {
        header.text("start", time);
        return self();
    }

    /**
     * Sets when it began, in UTC.
     *
     * @param time the time
     * @return this
     */
    public B startUtc(Instant time) {
        return startUtc(DateTimeFormatter.ISO_INSTANT.format(time));
    }

    /**
     * Sets when it began, in UTC, in the spelling of the test system.
     *
     * @param time ISO 8601
     * @return this
     */
    public B startUtc(String time) {
        header.text("startUTC", time);
        return self();
    }

    /**
     * Sets who did it.
     *
     * @param user the name
     * @return this
     */
    public B operator(String user) {
        person.text("user", user);
        return self();
    }

    /**
     * Sets a remark.
     *
     * @param text at most 5000 characters
     * @return this
     */
    public B comment(String text) {
        person.text("comment", text);
        return self();
    }

    /**
     * Sets how long it took.
     *
     * @param seconds the time in seconds
     * @return this
     */
    public B executionTime(Decimal seconds) {
        person.number("execTime", seconds);
        return self();
    }

    /**
     * Sets how long it took.
     *
     * @param seconds the time in seconds
     * @return this
     */
    public B executionTime(double seconds) {
        return executionTime(Decimal.of(seconds));
    }

    /**
     * Adds a named text.
     *
     * @param description its name
     * @param text the text
     * @return this
     */
    public B miscInfo(String description, String text) {
        return miscInfo(description, text, null, null);
    }

    /**
     * Adds a named value.
     *
     * @param description its name
     * @param text the value as text, or null
     * @param numeric the value as number, or null
     * @param typedef the name of its type, or null
     * @return this
     */
    public B miscInfo(String description, @Nullable String text, @Nullable Decimal numeric, @Nullable String typedef) {
        miscInfos.add(new Members().text("description", description).text("text", text).number("numeric", numeric)
            .text("typedef", typedef).json());
        return self();
    }

    /**
     * Adds a tool that was used.
     *
     * @param serialNumber the tool's serial number
     * @param usageCount how often it was used, or null
     * @return this
     */
    public B asset(String serialNumber, @Nullable Integer usageCount) {
        assets.add(new Members().text("sn", serialNumber).whole("usageCount", usageCount).json());
        return self();
    }

    /**
     * Adds data of any structure.
     *
     * @param name its name
     * @param properties its values
     * @return this
     */
    public B additionalData(String name, Property... properties) {
        additionalData.add(Property.additionalData(name, List.of(properties)));
        return self();
    }

    /**
     * Sets a member that this class knows nothing of.
     *
     * @param member the JSON name
     * @param value its value
     * @return this
     */
    public B with(String member, JsonNode value) {
        others.put(member, value);
        return self();
    }

    /**
     * Makes the report.
     *
     * @return the report; the service checks and completes it
     */
    public Report build() {
        complete(header);
        header.node(personMember(), person.json()).list("miscInfos", miscInfos).list("assets", assets)
            .list("additionalData", additionalData);
        others.forEach(header::node);
        return Report.of(header.json());
    }

    Members person() {
        return person;
    }
}
