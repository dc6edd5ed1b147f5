package dev.sightglass.client.queue.store;

import dev.sightglass.client.queue.LeasedReport;
import dev.sightglass.client.queue.Settlement;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** Ends a lease. A lease that has passed on changes nothing; an upload of a replaced body sends the newer one on its way. */
final class SettleReport implements GroupCommit.Change<Boolean> {

    private static final String WHILE_OURS = " where seq = :seq and lease = :lease and state = 'leased'";

    private final LeasedReport report;
    private final Settlement settlement;
    private final long now;

    SettleReport(LeasedReport report, Settlement settlement, long now) {
        this.report = report;
        this.settlement = settlement;
        this.now = now;
    }

    @Override
    public Boolean apply(Handle handle) {
        boolean ours = switch (settlement) {
            case Settlement.Delivered(int status) -> end(handle, "delivered", status, null);
            case Settlement.Dead(int status, String reason) -> end(handle, "dead", status, reason);
            case Settlement.Retry retry -> retry(handle, retry);
            case Settlement.Released() -> whileOurs(handle, "update report set state = 'ready'").execute() == 1;
        };
        if (ours) {
            record(handle);
        }
        return ours;
    }

    private boolean end(Handle handle, String state, int status, @Nullable String reason) {
        return whileOurs(handle,
            """
            update report set state = iif(revision = :revision, :state, 'ready'), settled_at = :now, last_status = :status,
                last_reason = :reason""")
            .bind("revision", report.revision()).bind("state", state).bind("now", now)
            .bind("status", status).bind("reason", reason).execute() == 1;
    }

    private boolean retry(Handle handle, Settlement.Retry retry) {
        return whileOurs(handle,
            """
            update report set state = 'waiting', due_at = :due, attempts = attempts + 1, last_status = :status,
                last_reason = :reason""").bind("due", now + retry.delay().toMillis()).bind("status", retry.status())
            .bind("reason", retry.reason()).execute() == 1;
    }

    private Update whileOurs(Handle handle, String update) {
        return handle.createUpdate(update + WHILE_OURS).bind("seq", report.seq()).bind("lease", report.lease());
    }

    private void record(Handle handle) {
        switch (settlement) {
            case Settlement.Delivered _ -> handle.execute(
                "delete from payload where seq = ? and exists (select 1 from report r where r.seq = payload.seq and r.state = 'delivered')",
                report.seq());
            case Settlement.Dead(int status, String reason) -> attempt(handle, status, reason);
            case Settlement.Retry(Integer status, String reason, _) -> attempt(handle, status, reason);
            case Settlement.Released() -> {
            }
        }
    }

    private void attempt(Handle handle, @Nullable Integer status, String reason) {
        handle.createUpdate("insert into attempt (seq, at, status, reason) values (?, ?, ?, ?)").bind(0, report.seq())
            .bind(1, now)
            .bind(2, status).bind(3, reason).execute();
    }
}
