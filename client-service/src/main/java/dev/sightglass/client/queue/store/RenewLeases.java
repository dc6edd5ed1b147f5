package dev.sightglass.client.queue.store;

import dev.sightglass.client.queue.LeasedReport;
import java.time.Duration;
import java.util.Collection;

/**
 * Prolongs leases that are still held.
 *
 * @param reports leased reports
 * @param lease how long from now
 */
record RenewLeases(Collection<LeasedReport> reports, Duration lease) implements Change<Integer> {

    @Override
    public Integer apply(Statements store, long now) {
        return reports.stream().mapToInt(report -> store.update(
            "update job set due_at = ? where seq = ? and lease = ? and state = 'leased'", now + lease.toMillis(),
            report.seq(), report.lease())).sum();
    }
}
