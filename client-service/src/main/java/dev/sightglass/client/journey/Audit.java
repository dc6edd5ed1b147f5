package dev.sightglass.client.journey;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The balance of the ledger at one moment, from one reading of the store. A source with reports counts once for each report that it
 * brought; a duplicate and a rejected source count once.
 *
 * @param at when it was read
 * @param took how long reading took
 * @param since only sources that were settled then or later; empty for all that were ever seen
 * @param seen what sources brought, as written down when they came
 * @param delivered of it, what the server has
 * @param queued of it, what is ready, leased, waiting or held back
 * @param dead of it, what the server has refused for good, or what is damaged
 * @param duplicate sources whose content was known
 * @param rejected sources that brought no report
 * @param cancelled of it, what operators have discarded
 */
public record Audit(Instant at, Duration took, Optional<Instant> since, long seen, long delivered, long queued,
    long dead, long duplicate, long rejected, long cancelled) {

    /**
     * What is nowhere.
     *
     * @return must be 0
     */
    public long unaccounted() {
        return seen - delivered - queued - dead - duplicate - rejected - cancelled;
    }
}
