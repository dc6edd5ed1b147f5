package dev.sightglass.client.queue.store;

import java.util.Collection;
import java.util.stream.Collectors;

/** Where the two databases speak differently. */
public enum Dialect {
    /** One writer: there is nobody to lock rows against. */
    SQLITE("", "(select value from json_each(?))"),
    /** Several writers. */
    POSTGRESQL("for update skip locked", "(select value::bigint from json_array_elements_text(?::json))");

    private final String lockOrSkip;
    private final String numbers;

    Dialect(String lockOrSkip, String numbers) {
        this.lockOrSkip = lockOrSkip;
        this.numbers = numbers;
    }

    /** Goes to the end of a select whose rows are to be changed, and leaves out what somebody else is changing. */
    String lockOrSkip() {
        return lockOrSkip;
    }

    /** A list of numbers for the right side of {@code in}, from one value that {@link #list} makes. */
    String numbers() {
        return numbers;
    }

    static String list(Collection<Long> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]"));
    }
}
