package dev.sightglass.client.queue;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of one lease. */
public sealed interface Settlement {

    /**
     * The server has the report.
     *
     * @param status the server's HTTP status
     * @param took how long the attempt took
     */
    record Delivered(int status, Duration took) implements Settlement {}

    /**
     * The attempt failed for a reason that passes.
     *
     * @param status the server's HTTP status, or null when it gave none
     * @param reason in words
     * @param took how long the attempt took
     * @param delay until the report is due again
     */
    record Retry(@Nullable Integer status, String reason, Duration took, Duration delay) implements Settlement {}

    /**
     * The server has judged the report permanently wrong.
     *
     * @param status the server's HTTP status
     * @param reason the server's own words
     * @param took how long the attempt took
     */
    record Dead(int status, String reason, Duration took) implements Settlement {}

    /** Nothing was tried, or nothing that counts: the report goes back to its place in the line. */
    record Released() implements Settlement {}
}
