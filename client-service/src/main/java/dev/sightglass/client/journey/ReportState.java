package dev.sightglass.client.journey;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a report stands. */
public enum ReportState {
    /** Its turn can come. */
    READY,
    /** It is being uploaded. */
    LEASED,
    /** An attempt failed; it is due again later. */
    WAITING,
    /** An operator holds it back. */
    PAUSED,
    /** The server has it. */
    DELIVERED,
    /** The server has judged it permanently wrong, or its body is damaged. */
    DEAD,
    /** An operator has discarded it. */
    CANCELLED;

    /**
     * The state's name in the store, in JSON and on the command line.
     *
     * @return in lower case
     */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The state of a name.
     *
     * @param word in any case
     * @return the state
     * @throws IllegalArgumentException when there is none
     */
    public static ReportState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
