package dev.sightglass.converter.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** What a repair found in a unit. Not thread-safe. */
public final class Failure {

    private final Members json = new Members();

    private Failure() {}

    /**
     * A failure.
     *
     * @param category the category of the code
     * @param code the code
     * @return the failure
     */
    public static Failure of(@Nullable String category, @Nullable String code) {
        var failure = new Failure();
        failure.json.text("category", category).text("code", code);
        return failure;
    }

    /**
     * Sets a remark.
     *
     * @param text the remark, or null
     * @return this
     */
    public Failure comment(@Nullable String text) {
        json.text("comment", text);
        return this;
    }

    /**
     * Sets the place in the circuit.
     *
     * @param componentReference such as {@code R12}, or null
     * @param functionBlock such as {@code Power}, or null
     * @return this
     */
    public Failure at(@Nullable String componentReference, @Nullable String functionBlock) {
        json.text("comRef", componentReference).text("funcBlock", functionBlock);
        return this;
    }

    /**
     * Sets the step that uncovered it.
     *
     * @param id the step's id in the report of the test, or null
     * @param name the step's name, or null
     * @return this
     */
    public Failure uncoveredBy(@Nullable Integer id, @Nullable String name) {
        json.whole("refStepId", id).text("refStepName", name);
        return this;
    }

    /**
     * Sets the component that failed.
     *
     * @param number its article number, or null
     * @param revision its revision, or null
     * @param vendor who makes it, or null
     * @param description what it is, or null
     * @return this
     */
    public Failure article(@Nullable String number, @Nullable String revision, @Nullable String vendor,
        @Nullable String description) {
        json.text("artNumber", number).text("artRev", revision).text("artVendor", vendor)
            .text("artDescription", description);
        return this;
    }

    ObjectNode toJson() {
        return json.json();
    }
}
