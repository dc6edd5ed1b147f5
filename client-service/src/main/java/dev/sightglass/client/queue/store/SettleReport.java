package dev.sightglass.client.queue.store;

import dev.sightglass.client.queue.LeasedReport;
import dev.sightglass.client.queue.Settlement;
import org.jspecify.annotations.Nullable;

/** Ends a lease. A lease that has passed on changes nothing; an upload of a replaced body sends the newer one on its way. */
final class SettleReport implements GroupCommit.Change<Boolean> {

    private final LeasedReport report;
    private final Settlement settlement;
    private final long now;

    SettleReport(LeasedReport report, Settlement settlement, long now) {
        this.report = report;
        this.settlement = settlement;
        this.now = now;
    }

    @Override
    public Boolean apply(Statements store) {
        boolean ours = switch (settlement) {
            case Settlement.Delivered(int status) -> end(store, "delivered", status, null);
            case Settlement.Dead(int status, String reason) -> end(store, "dead", status, reason);
            case Settlement.Retry retry -> retry(store, retry);
            case Settlement.Released() -> release(store);
        };
        if (ours) {
            record(store);
        }
        return ours;
    }

    private boolean end(Statements store, String state, int status, @Nullable String reason) {
        return store.update(
            """
            update report set state = iif(revision = ?, ?, 'ready'), settled_at = ?, last_status = ?, last_reason = ?
            where seq = ? and lease = ? and state = 'leased'""", report.revision(), state, now, status, reason,
            report.seq(),
            report.lease()) == 1;
    }

    private boolean retry(Statements store, Settlement.Retry retry) {
        return store.update(
            """
            update report set state = 'waiting', due_at = ?, attempts = attempts + 1, last_status = ?, last_reason = ?
            where seq = ? and lease = ? and state = 'leased'""", now + retry.delay().toMillis(), retry.status(),
            retry.reason(),
            report.seq(), report.lease()) == 1;
    }

    private boolean release(Statements store) {
        return store.update("update report set state = 'ready' where seq = ? and lease = ? and state = 'leased'",
            report.seq(),
            report.lease()) == 1;
    }

    private void record(Statements store) {
        switch (settlement) {
            case Settlement.Delivered _ -> store.update(
                """
                delete from payload
                where seq = ? and exists (select 1 from report r where r.seq = payload.seq and r.state = 'delivered')""",
                report.seq());
            case Settlement.Dead(int status, String reason) -> attempt(store, status, reason);
            case Settlement.Retry(Integer status, String reason, _) -> attempt(store, status, reason);
            case Settlement.Released() -> {
            }
        }
    }

    private void attempt(Statements store, @Nullable Integer status, String reason) {
        store.update("insert into attempt (seq, at, status, reason) values (?, ?, ?, ?)", report.seq(), now, status,
            reason);
    }
}
