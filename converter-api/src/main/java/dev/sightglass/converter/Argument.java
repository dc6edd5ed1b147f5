package dev.sightglass.converter;

import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A declared argument of a converter: its name, type, default and meaning. Immutable.
 *
 * @param <T> the type of its value
 */
public final class Argument<T> {

    private final String name;
    private final String type;
    private final String description;
    private final @Nullable T defaultValue;
    private final Function<Object, T> reader;

    private Argument(String name, String type, String description, @Nullable T defaultValue,
        Function<Object, T> reader) {
        this.name = Objects.requireNonNull(name, "name");
        this.type = type;
        this.description = Objects.requireNonNull(description, "description");
        this.defaultValue = defaultValue;
        this.reader = reader;
    }

    /**
     * A text.
     *
     * @param name the key, kebab-case
     * @param defaultValue the value when a folder sets none; null makes the argument required
     * @param description one sentence for people
     * @return the argument
     */
    public static Argument<String> text(String name, @Nullable String defaultValue, String description) {
        return new Argument<>(name, "text", description, defaultValue, Object::toString);
    }

    /**
     * A whole number within bounds.
     *
     * @param name the key, kebab-case
     * @param defaultValue the value when a folder sets none; null makes the argument required
     * @param min the smallest allowed value
     * @param max the largest allowed value
     * @param description one sentence for people
     * @return the argument
     */
    public static Argument<Integer> integer(String name, @Nullable Integer defaultValue, int min, int max,
        String description) {
        return new Argument<>(name, "integer " + min + " to " + max, description, defaultValue, given -> {
            int value = Integer.parseInt(given.toString().trim());
            if (value < min || value > max) {
                throw new IllegalArgumentException("out of range");
            }
            return value;
        });
    }

    /**
     * A yes or no.
     *
     * @param name the key, kebab-case
     * @param defaultValue the value when a folder sets none
     * @param description one sentence for people
     * @return the argument
     */
    public static Argument<Boolean> flag(String name, boolean defaultValue, String description) {
        return new Argument<>(name, "true or false", description, defaultValue,
            given -> switch (given.toString().trim()) {
                case "true" -> true;
                case "false" -> false;
                default -> throw new IllegalArgumentException("neither true nor false");
            });
    }

    /**
     * One of a list of words.
     *
     * @param name the key, kebab-case
     * @param choices the allowed words; the first is the default
     * @param description one sentence for people
     * @return the argument
     */
    public static Argument<String> choice(String name, List<String> choices, String description) {
        var allowed = List.copyOf(choices);
        return new Argument<>(name, "one of " + String.join(", ", allowed), description, allowed.get(0), given -> {
            if (!allowed.contains(given.toString())) {
                throw new IllegalArgumentException("not a choice");
            }
            return given.toString();
        });
    }

    /**
     * A character encoding.
     *
     * @param name the key, kebab-case
     * @param defaultValue the encoding when a folder sets none
     * @param description one sentence for people
     * @return the argument
     */
    public static Argument<Charset> charset(String name, Charset defaultValue, String description) {
        return new Argument<>(name, "character encoding", description, defaultValue,
            given -> Charset.forName(given.toString()));
    }

    /**
     * A time zone, for times that a format writes without one.
     *
     * @param name the key, kebab-case
     * @param description one sentence for people
     * @return the argument; its default is the zone of the machine that the service runs on
     */
    public static Argument<ZoneId> timeZone(String name, String description) {
        return new Argument<>(name, "time zone such as Europe/Oslo", description, ZoneId.systemDefault(), given -> {
            try {
                return ZoneId.of(given.toString());
            } catch (DateTimeException unknown) {
                throw new IllegalArgumentException("no such zone", unknown);
            }
        });
    }

    /**
     * A table of texts, such as column names by field.
     *
     * @param name the key, kebab-case
     * @param defaultValue the table when a folder sets none; a folder's table replaces it entry by entry
     * @param description one sentence for people
     * @return the argument
     */
    public static Argument<Map<String, String>> table(String name, Map<String, String> defaultValue,
        String description) {
        return new Argument<>(name, "table of texts", description, Map.copyOf(defaultValue), given -> {
            var table = new TreeMap<>(defaultValue);
            ((Map<?, ?>) given).forEach((key, value) -> table.put(String.valueOf(key), String.valueOf(value)));
            return Map.copyOf(table);
        });
    }

    /**
     * The key.
     *
     * @return kebab-case
     */
    public String name() {
        return name;
    }

    /**
     * The type in words, for people.
     *
     * @return such as {@code integer 1 to 9}
     */
    public String type() {
        return type;
    }

    /**
     * The meaning, for people.
     *
     * @return one sentence
     */
    public String description() {
        return description;
    }

    /**
     * The value that serves when a folder sets none.
     *
     * @return the default, or null when the argument is required
     */
    public @Nullable T defaultValue() {
        return defaultValue;
    }

    T read(Object given) {
        try {
            return reader.apply(given);
        } catch (IllegalArgumentException | ClassCastException wrong) {
            throw new IllegalArgumentException("argument " + name + ": must be " + type + ". Found: " + given, wrong);
        }
    }
}
