package dev.sightglass.converter.report;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How a measurement, a step or a test ended. */
public enum Status {

    /** Left out. */
    SKIPPED("S"),
    /** Ran, and judged nothing. */
    DONE("D"),
    /** Within its limits. */
    PASSED("P"),
    /** Outside its limits. */
    FAILED("F"),
    /** Could not be carried out. */
    ERROR("E"),
    /** Stopped by a person or a program. */
    TERMINATED("T");

    private static final Map<String, Status> BY_WORD =
        Map.ofEntries(Map.entry("p", PASSED), Map.entry("pass", PASSED), Map.entry("passed", PASSED),
            Map.entry("ok", PASSED), Map.entry("success", PASSED), Map.entry("f", FAILED), Map.entry("fail", FAILED),
            Map.entry("failed", FAILED), Map.entry("failure", FAILED), Map.entry("ng", FAILED),
            Map.entry("s", SKIPPED), Map.entry("skip", SKIPPED), Map.entry("skipped", SKIPPED), Map.entry("d", DONE),
            Map.entry("done", DONE), Map.entry("complete", DONE), Map.entry("completed", DONE), Map.entry("e", ERROR),
            Map.entry("err", ERROR), Map.entry("error", ERROR), Map.entry("t", TERMINATED),
            Map.entry("term", TERMINATED), Map.entry("terminated", TERMINATED), Map.entry("abort", TERMINATED),
            Map.entry("aborted", TERMINATED));

    private final String letter;

    Status(String letter) {
        this.letter = letter;
    }

    /**
     * The status that a word stands for.
     *
     * @param word such as {@code Passed}, {@code ok} or {@code F}; case and surrounding white space do not matter
     * @return the status, or empty when the word is none that test systems write
     */
    public static Optional<Status> ofWord(String word) {
        return Optional.ofNullable(BY_WORD.get(word.strip().toLowerCase(Locale.ROOT)));
    }

    /**
     * The letter that reports carry.
     *
     * @return one of P, F, S, D, E, T
     */
    public String letter() {
        return letter;
    }

    /**
     * The graver of two: what a sequence inherits from its steps.
     *
     * @param other the other status
     * @return terminated before error before failed before passed before done before skipped
     */
    public Status worse(Status other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
