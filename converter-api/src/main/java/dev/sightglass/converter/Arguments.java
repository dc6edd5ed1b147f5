package dev.sightglass.converter;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** The values of a converter's arguments for one folder. Immutable. */
public final class Arguments {

    private final Map<String, Object> values;

    private Arguments(Map<String, Object> values) {
        this.values = Map.copyOf(values);
    }

    /**
     * Reads what a folder configures.
     *
     * @param declared the converter's arguments
     * @param given the folder's values by name, as configuration gives them
     * @return the typed values, defaults included
     * @throws IllegalArgumentException when a name is not declared, a required value is missing, or a value is not of its type
     */
    public static Arguments read(Collection<Argument<?>> declared, Map<String, ?> given) {
        var unknown = new HashSet<>(given.keySet());
        var values = new HashMap<String, Object>();
        for (var argument : declared) {
            unknown.remove(argument.name());
            Object value = given.get(argument.name());
            Object typed = value == null ? argument.defaultValue() : argument.read(value);
            if (typed == null) {
                throw new IllegalArgumentException(
                    "argument " + argument.name() + ": is required. " + argument.description());
            }
            values.put(argument.name(), typed);
        }
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("unknown argument " + String.join(", ", unknown) + ": the converter has "
                + (declared.isEmpty() ? "none" : names(declared)));
        }
        return new Arguments(values);
    }

    /**
     * The value of an argument.
     *
     * @param argument an argument that the converter declares
     * @param <T> its type
     * @return the folder's value, or the default
     * @throws IllegalArgumentException when the converter does not declare it
     */
    @SuppressWarnings("unchecked") // read() put a T under this name
    public <T> T get(Argument<T> argument) {
        var value = values.get(argument.name());
        if (value == null) {
            throw new IllegalArgumentException(
                "argument " + argument.name() + ": is not in the converter's arguments(); add it there");
        }
        return (T) value;
    }

    private static List<String> names(Collection<Argument<?>> declared) {
        return declared.stream().<String>map(Argument::name).sorted().toList();
    }
}
