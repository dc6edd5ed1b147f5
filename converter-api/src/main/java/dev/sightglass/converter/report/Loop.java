package dev.sightglass.converter.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * A step's place in a loop: either its summary or one of its rounds. Immutable.
 *
 * @param index the round, from 0; null in a summary
 * @param count how many rounds; null in a round
 * @param endingIndex the index with which it ended; null in a round
 * @param passed how many rounds passed; null in a round
 * @param failed how many rounds failed; null in a round
 */
public record Loop(@Nullable Integer index, @Nullable Integer count, @Nullable Integer endingIndex,
    @Nullable Integer passed, @Nullable Integer failed) {

    /**
     * The summary of a loop.
     *
     * @param count how many rounds
     * @param endingIndex the index with which it ended
     * @param passed how many rounds passed
     * @param failed how many rounds failed
     * @return the summary
     */
    public static Loop summary(int count, int endingIndex, int passed, int failed) {
        return new Loop(null, count, endingIndex, passed, failed);
    }

    /**
     * One round of a loop.
     *
     * @param index the round, from 0
     * @return the round
     */
    public static Loop round(int index) {
        return new Loop(index, null, null, null, null);
    }

    ObjectNode toJson() {
        return new Members().whole("idx", index).whole("num", count).whole("endingIndex", endingIndex)
            .whole("passed", passed).whole("failed", failed).json();
    }
}
