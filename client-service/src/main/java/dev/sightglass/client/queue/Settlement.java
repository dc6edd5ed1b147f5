package dev.sightglass.client.queue;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of one lease. */
public sealed interface Settlement {

    /**
     * The server has the report.
     *
     * @param status the server's HTTP status
     */
    record Delivered(int status) implements Settlement {}

    /**
     * The attempt failed for a reason that passes.
     *
     * @param status the server's HTTP status, or null when it gave none
     * @param reason in words
     * @param delay until the report is due again
     */
    record Retry(@Nullable Integer status, String reason, Duration delay) implements Settlement {}

    /**
     * The server has judged the report permanently wrong.
     *
     * @param status the server's HTTP status
     * @param reason the server's own words
     */
    record Dead(int status, String reason) implements Settlement {}

    /** Nothing was tried, or nothing that counts: the report goes back to its place in the line. */
    record Released() implements Settlement {}
}
