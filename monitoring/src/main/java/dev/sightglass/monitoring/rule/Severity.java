package dev.sightglass.monitoring.rule;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How soon a person must look. */
public enum Severity {
    /** At once, also at night. */
    CRITICAL,
    /** On the same working day. */
    WARNING,
    /** When there is time. */
    INFO;

    /** As it stands in the label {@code severity}. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
