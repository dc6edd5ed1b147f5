package dev.sightglass.simulator;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Holds the values of one report's head against the vendor's rules and collects every fault, not only the first. */
final class HeaderCheck {

    private static final int MAX_TEXT = 100;
    private static final int GUID_LENGTH = 36;

    private final Map<HeaderField, String> values = new EnumMap<>(HeaderField.class);
    private final List<String> faults = new ArrayList<>();
    private final Function<HeaderField, String> nameOf;
    private final String prefix;

    HeaderCheck(Function<HeaderField, String> nameOf, String prefix) {
        this.nameOf = nameOf;
        this.prefix = prefix;
    }

    void put(HeaderField field, String value) {
        values.put(field, value);
    }

    boolean is(HeaderField field, String expected) {
        return expected.equals(values.get(field));
    }

    void fault(String name, String what) {
        faults.add(prefix + name + ": " + what);
    }

    List<String> faults() {
        return faults;
    }

    /** The header, or null when there are {@link #faults()}. */
    @Nullable
    ReportHeader header(Map<Integer, WatsProcess> processes) {
        var id = parsed(HeaderField.ID, "a GUID", HeaderCheck::guid);
        var process = parsed(HeaderField.PROCESS, "a whole number", Integer::valueOf);
        var start = parsed(HeaderField.START, "an ISO 8601 date and time with an offset", OffsetDateTime::parse);
        var utc = parsed(HeaderField.START_UTC, "an ISO 8601 date and time in UTC", HeaderCheck::utc);
        for (var field : HeaderField.values()) {
            if (field.isText()) {
                checkText(field);
            }
        }
        checkLetter(HeaderField.TYPE, Set.of("T", "R"));
        checkLetter(HeaderField.RESULT, Set.of("P", "F", "E", "T"));
        if (process != null && !processes.containsKey(process)) {
            fault(nameOf.apply(HeaderField.PROCESS), "process " + process + " is not defined on this server");
        }
        if (!faults.isEmpty() || id == null || process == null || start == null || utc == null) {
            return null;
        }
        return new ReportHeader(id, text(HeaderField.TYPE), text(HeaderField.PN), text(HeaderField.SN),
            text(HeaderField.REV),
            process, text(HeaderField.RESULT), text(HeaderField.MACHINE), text(HeaderField.START));
    }

    private String text(HeaderField field) {
        return values.getOrDefault(field, "");
    }

    private <T> @Nullable T parsed(HeaderField field, String expected, Function<String, T> parse) {
        var value = required(field);
        if (value == null) {
            return null;
        }
        try {
            return parse.apply(value);
        } catch (IllegalArgumentException | DateTimeException _) {
            fault(nameOf.apply(field), "'" + shortened(value) + "' is not " + expected);
            return null;
        }
    }

    private void checkText(HeaderField field) {
        var value = required(field);
        if (value != null && value.length() > MAX_TEXT) {
            fault(nameOf.apply(field), "is longer than " + MAX_TEXT + " characters (" + value.length() + ")");
        }
    }

    private void checkLetter(HeaderField field, Set<String> allowed) {
        var value = required(field);
        if (value != null && !allowed.contains(value)) {
            fault(nameOf.apply(field), "'" + shortened(value) + "' is not a known " + field.json());
        }
    }

    private @Nullable String required(HeaderField field) {
        var value = values.get(field);
        if (value == null || value.isBlank()) {
            fault(nameOf.apply(field), "is required");
            return null;
        }
        return value;
    }

    private static UUID guid(String value) {
        if (value.length() != GUID_LENGTH) {
            throw new IllegalArgumentException("too short or too long");
        }
        return UUID.fromString(value);
    }

    private static OffsetDateTime utc(String value) {
        var time = OffsetDateTime.parse(value);
        if (!time.getOffset().equals(ZoneOffset.UTC)) {
            throw new DateTimeException("not UTC");
        }
        return time;
    }

    private static String shortened(String value) {
        return value.length() <= MAX_TEXT ? value : value.substring(0, MAX_TEXT) + "...";
    }
}
