package dev.sightglass.monitoring.rule;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the words in <code>${}</code> stand for. A value may hold words itself.
 *
 * @param values word to value
 */
public record Words(Map<String, String> values) {

    private static final Pattern WORD = Pattern.compile("\\$\\{([A-Za-z.0-9]+)}");

    public Words {
        values = Map.copyOf(values);
    }

    /** These words and one more; an earlier meaning is replaced. */
    public Words with(String word, String value) {
        var all = new LinkedHashMap<>(values);
        all.put(word, value);
        return new Words(all);
    }

    /**
     * Fills in every word.
     *
     * @throws IllegalArgumentException if a word has no value
     */
    public String fill(String text) {
        return replace(text, word -> {
            var value = values.get(word);
            if (value == null) {
                throw new IllegalArgumentException("${" + word + "} stands for nothing in: " + text);
            }
            return value;
        });
    }

    /** Fills in the words that have a value, and leaves the others for later. */
    String fillKnown(String text) {
        return replace(text, word -> values.getOrDefault(word, "${" + word + "}"));
    }

    private static String replace(String text, Function<String, String> value) {
        return WORD.matcher(text).replaceAll(found -> Matcher.quoteReplacement(value.apply(found.group(1))));
    }
}
