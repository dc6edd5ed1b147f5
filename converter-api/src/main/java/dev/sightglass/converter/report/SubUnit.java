package dev.sightglass.converter.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a unit; in a repair, also the unit itself. Not thread-safe. */
public final class SubUnit {

    private final Members json = new Members();
    private final List<ObjectNode> failures = new ArrayList<>();

    private SubUnit() {}

    /**
     * A part.
     *
     * @param partType what it is, such as {@code PCBA}; {@code Unknown} when null or blank, since the server wants one
     * @param partNumber its part number
     * @param serialNumber its serial number
     * @param revision its revision, or null
     * @return the part
     */
    public static SubUnit of(@Nullable String partType, @Nullable String partNumber, @Nullable String serialNumber,
        @Nullable String revision) {
        var unit = new SubUnit();
        unit.json.text("partType", partType == null || partType.isBlank() ? "Unknown" : partType)
            .text("pn", partNumber).text("sn", serialNumber).text("rev", revision);
        return unit;
    }

    /**
     * Sets where it sits.
     *
     * @param position the position, or null
     * @return this
     */
    public SubUnit position(@Nullable Integer position) {
        json.whole("position", position);
        return this;
    }

    /**
     * Sets its place among the units of a repair.
     *
     * @param index 0 for the repaired unit itself
     * @param parent the index of the unit that it is a part of, or null
     * @param replaced the index of the unit that it replaced, or null
     * @return this
     */
    public SubUnit indexed(int index, @Nullable Integer parent, @Nullable Integer replaced) {
        json.whole("idx", index).whole("parentIdx", parent).whole("replacedIdx", replaced);
        return this;
    }

    /**
     * Adds what a repair found in it.
     *
     * @param failure the failure
     * @return this
     */
    public SubUnit failure(Failure failure) {
        failures.add(failure.toJson());
        return this;
    }

    Members toJson() {
        return json.list("failures", failures);
    }
}
