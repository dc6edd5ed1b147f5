package dev.sightglass.metrics.group;

import dev.sightglass.metrics.LabelValue;
import java.util.Arrays;
import java.util.List;

/**
 * The words that a queue is known to use, so that their series start at 0 and keep their places. Words that are not
 * listed are counted too, as long as there are places.
 *
 * @param itemTypes kinds of items
 * @param outcomes how processing ends
 * @param rejections why an item is not taken
 * @param errorTypes why processing fails
 * @since 0.1.0
 */
public record QueueVocabulary(List<String> itemTypes, List<String> outcomes, List<String> rejections,
    List<String> errorTypes) {
    /** No words. */
    public static final QueueVocabulary EMPTY = new QueueVocabulary(List.of(), List.of(), List.of(), List.of());

    /** Copies the lists. */
    public QueueVocabulary {
        itemTypes = List.copyOf(itemTypes);
        outcomes = List.copyOf(outcomes);
        rejections = List.copyOf(rejections);
        errorTypes = List.copyOf(errorTypes);
    }

    /**
     * The label texts of an enum's constants, for any of the lists.
     *
     * @param type the enum
     * @return the words
     */
    public static List<String> of(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants()).map(LabelValue::of).toList();
    }
}
