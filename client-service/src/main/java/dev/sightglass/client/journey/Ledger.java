package dev.sightglass.client.journey;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Proves that nothing is lost. Thread-safe. */
public interface Ledger {

    /**
     * Draws the balance now. Reads the whole ledger: about a second for a million reports.
     *
     * @param since only sources that were settled then or later; days of which the history is pruned count as a whole. Empty for all
     * @return the balance
     */
    Audit audit(Optional<Instant> since);

    /**
     * The newest balance over everything. It is drawn anew in the background, at most every 15 s, and less often when it takes long.
     *
     * @return the balance
     */
    Audit latest();

    /**
     * Sources of which something is nowhere.
     *
     * @param limit how many at most
     * @return their correlation ids; empty when the balance holds
     */
    List<String> unaccounted(int limit);
}
