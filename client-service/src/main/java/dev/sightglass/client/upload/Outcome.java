package dev.sightglass.client.upload;

/**
 * One row of the table of outcomes.
 *
 * @param answer the status, range of statuses or failure that the row is for
 * @param verdict what it means
 * @param meaning in words
 * @param remedy what an operator does about it
 */
public record Outcome(String answer, Verdict verdict, String meaning, String remedy) {

    Outcome as(Verdict other) {
        return new Outcome(answer, other, meaning, remedy);
    }
}
