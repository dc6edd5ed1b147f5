package dev.sightglass.converter.report;

import java.util.Locale;
import java.util.Optional;

/** The part of a sequence that a step belongs to. */
public enum StepGroup {

    /** Before the test proper. */
    SETUP("S"),
    /** The test proper. */
    MAIN("M"),
    /** After the test, whatever came of it. */
    CLEANUP("C");

    private final String letter;

    StepGroup(String letter) {
        this.letter = letter;
    }

    /**
     * The group that a word stands for.
     *
     * @param word such as {@code Main} or {@code s}; case and surrounding white space do not matter
     * @return the group, or empty when the word names none
     */
    public static Optional<StepGroup> ofWord(String word) {
        var plain = word.strip().toUpperCase(Locale.ROOT);
        for (var group : values()) {
            if (plain.equals(group.name()) || plain.equals(group.letter)) {
                return Optional.of(group);
            }
        }
        return Optional.empty();
    }

    /**
     * The letter that reports carry.
     *
     * @return one of S, M, C
     */
    public String letter() {
        return letter;
    }
}
