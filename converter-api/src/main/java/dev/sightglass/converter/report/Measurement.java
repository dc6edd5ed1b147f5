package dev.sightglass.converter.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** One judged value of a step. A step with several needs a name for each. */
public sealed interface Measurement {

    /**
     * The name.
     *
     * @return the name, or null for the only measurement of its step
     */
    @Nullable
    String name();

    /**
     * The status as the test system gave it.
     *
     * @return the status, or null when it is to come from the limits
     */
    @Nullable
    Status status();

    /** The status by the value itself. */
    Status judged();

    /** The JSON object with a status, which is null to leave it out. */
    ObjectNode toJson(@Nullable Status shown);

    /**
     * A number with limits.
     *
     * @param name the name, or null
     * @param value the value; null when nothing was measured
     * @param unit the unit, or null
     * @param limits the limits
     * @param status the given status, or null
     */
    record Numeric(@Nullable String name, @Nullable Decimal value, @Nullable String unit, Limits limits,
        @Nullable Status status) implements Measurement {

        @Override
        public Status judged() {
            return value == null ? Status.SKIPPED : limits.hold(value) ? Status.PASSED : Status.FAILED;
        }

        @Override
        public ObjectNode toJson(@Nullable Status shown) {
            return new Members().text("name", name).status("status", shown).text("compOp", limits.comparison().name())
                .number("value", value).text("unit", unit).number("lowLimit", limits.low())
                .number("highLimit", limits.high()).json();
        }
    }

    /**
     * A yes or no.
     *
     * @param name the name, or null
     * @param status what came of it
     */
    record PassFail(@Nullable String name, @Nullable Status status) implements Measurement {

        @Override
        public Status judged() {
            return status == null ? Status.PASSED : status;
        }

        @Override
        public ObjectNode toJson(@Nullable Status shown) {
            return new Members().text("name", name).status("status", shown).json();
        }
    }

    /**
     * A text with the text that is expected.
     *
     * @param name the name, or null
     * @param value the text; null when nothing was read
     * @param comparison how it is compared
     * @param limit the expected text, or null
     * @param status the given status, or null
     */
    record Text(@Nullable String name, @Nullable String value, Comparison comparison, @Nullable String limit,
        @Nullable Status status) implements Measurement {

        @Override
        public Status judged() {
            if (value == null) {
                return Status.SKIPPED;
            }
            return limit == null || comparison.holds(value, limit) ? Status.PASSED : Status.FAILED;
        }

        @Override
        public ObjectNode toJson(@Nullable Status shown) {
            return new Members().text("name", name).status("status", shown).text("compOp", comparison.name())
                .exactText("value", value).exactText("limit", limit).json();
        }
    }
}
