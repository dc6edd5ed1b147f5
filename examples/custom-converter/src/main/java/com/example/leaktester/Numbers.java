package com.example.leaktester;

import dev.sightglass.converter.InvalidSourceException;

/** Numbers as the tester writes them; a wrong one is the file's fault, and is said so that its author can mend it. */
final class Numbers {

    private Numbers() {
    }

    static double decimal(String name, String word) {
        try {
            return Double.parseDouble(word);
        } catch (NumberFormatException wrong) {
            throw wrong(name, word, wrong);
        }
    }

    static int whole(String name, String word) {
        try {
            return Integer.parseInt(word);
        } catch (NumberFormatException wrong) {
            throw wrong(name, word, wrong);
        }
    }

    private static InvalidSourceException wrong(String name, String word, NumberFormatException cause) {
        return new InvalidSourceException(
            name + ": must be a number. Found: " + InvalidSourceException.quote(word), cause);
    }
}
