package dev.sightglass.client.queue.store;

/** What operators' acts do to one report; false when its state forbids it, and nothing was changed. */
final class ReportAct {

    private ReportAct() {}

    /** Goes to the end of the line, as if it had never failed. */
    static boolean retry(Statements store, long seq, long now, long delay) {
        var state = delay == 0 ? "ready" : "waiting";
        return store.update("""
                            update job set state = ?, due_at = ?, place = ?, enqueued_at = ?, attempts = 0
                            where seq = ? and state in ('dead', 'waiting', 'paused')""", state, now + delay, now, now,
            seq) == 1 || revive(store, seq, now, state, delay);
    }

    /** A discarded report that still has its body begins a new life. */
    private static boolean revive(Statements store, long seq, long now, String state, long delay) {
        if (store
            .update("""
                    update report set outcome = null, settled_at = null, last_reason = null, revision = revision + 1
                    where seq = ? and outcome = 'cancelled'""", seq) == 0) {
            return false;
        }
        return store.update("""
                            insert into job (seq, state, due_at, place, lease, revision, size, enqueued_at)
                            select seq, ?, ?, ?, %s revision, revision, size, ? from report where seq = ?"""
            .formatted(ReportRows.FIRST_LEASE), state, now + delay, now, now, seq) == 1;
    }

    static boolean discard(Statements store, long seq, long now, String reason) {
        if (store.update("delete from job where seq = ? and state in ('ready', 'waiting', 'paused', 'dead')",
            seq) == 0) {
            return false;
        }
        store.update("update report set outcome = 'cancelled', settled_at = ?, last_reason = ? where seq = ?", now,
            reason, seq);
        Contents.forgetSourcesOf(store, seq);
        return true;
    }

    static boolean hold(Statements store, long seq) {
        return store.update("update job set state = 'paused' where seq = ? and state in ('ready', 'waiting')",
            seq) == 1;
    }

    static boolean release(Statements store, long seq) {
        return store.update("update job set state = 'ready' where seq = ? and state = 'paused'", seq) == 1;
    }
}
