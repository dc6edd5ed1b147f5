package com.example.leaktester;

import dev.sightglass.converter.InvalidSourceException;
import dev.sightglass.converter.report.Decimal;
import dev.sightglass.converter.report.Limits;
import dev.sightglass.converter.report.Step;

/**
 * One line of numbers: name, value, unit, low limit, high limit. A dash stands for a limit that is not there.
 *
 * @param name what was measured
 * @param value the number
 * @param unit its unit
 * @param limits what passes
 */
record Measurement(String name, double value, String unit, Limits limits) {

    private static final int WORDS = 5;

    static Measurement read(String[] words, int line) {
        if (words.length != WORDS) {
            throw new InvalidSourceException("line " + line + ": must be name, value, unit, low and high limit. Found: "
                + words.length + " words");
        }
        return new Measurement(words[0], Numbers.decimal(words[0], words[1]), words[2],
            Limits.given(limit(words[0], words[3]), limit(words[0], words[4])));
    }

    private static Decimal limit(String name, String word) {
        return "-".equals(word) ? null : Decimal.of(Numbers.decimal(name, word));
    }

    Step toStep() {
        return Step.numeric(name).measured(value, unit, limits);
    }
}
