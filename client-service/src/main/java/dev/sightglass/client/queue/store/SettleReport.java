package dev.sightglass.client.queue.store;

import dev.sightglass.client.queue.LeasedReport;
import dev.sightglass.client.queue.Settlement;

/**
 * Ends a lease. A lease that has passed on changes nothing; an upload of a replaced body sends the newer one on its way.
 *
 * @param report the leased report
 * @param settlement what came of it
 */
record SettleReport(LeasedReport report, Settlement settlement) implements Change<Boolean> {

    @Override
    public Boolean apply(Statements store, long now) {
        return switch (settlement) {
            case Settlement.Delivered delivered -> delivered(store, delivered, now);
            case Settlement.Dead dead -> dead(store, dead, now);
            case Settlement.Retry retry -> retry(store, retry, now);
            case Settlement.Released() -> putBack(store);
        };
    }

    private boolean delivered(Statements store, Settlement.Delivered delivered, long now) {
        if (store.update("delete from job where seq = ? and lease = ? and state = 'leased' and revision = ?",
            report.seq(), report.lease(), report.revision()) == 0) {
            return putBack(store);
        }
        store.update(
            """
            update report set outcome = 'delivered', settled_at = ?, took_ms = ?, last_status = ?, last_reason = null
            where seq = ?""", now, delivered.took().toMillis(), delivered.status(), report.seq());
        store.update("delete from payload where seq = ?", report.seq());
        return true;
    }

    private boolean dead(Statements store, Settlement.Dead dead, long now) {
        boolean died =
            store.update("""
                         update job set state = 'dead', attempts = attempts + 1, last_status = ?, last_reason = ?
                         where seq = ? and lease = ? and state = 'leased' and revision = ?""", dead.status(),
                dead.reason(), report.seq(), report.lease(), report.revision()) == 1;
        if (!died && !putBack(store)) {
            return false;
        }
        Attempts.enter(store, report.seq(), now, dead.took(), dead.status(), dead.reason());
        if (died) {
            Contents.forgetSourcesOf(store, report.seq());
        }
        return true;
    }

    private boolean retry(Statements store, Settlement.Retry retry, long now) {
        if (store.update(
            """
            update job set state = 'waiting', due_at = ?, attempts = attempts + 1, last_status = ?, last_reason = ?
            where seq = ? and lease = ? and state = 'leased'""", now + retry.delay().toMillis(),
            retry.status(), retry.reason(), report.seq(), report.lease()) == 0) {
            return false;
        }
        Attempts.enter(store, report.seq(), now, retry.took(), retry.status(), retry.reason());
        return true;
    }

    private boolean putBack(Statements store) {
        return store.update("update job set state = 'ready' where seq = ? and lease = ? and state = 'leased'",
            report.seq(), report.lease()) == 1;
    }
}
