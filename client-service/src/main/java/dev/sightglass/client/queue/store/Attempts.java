package dev.sightglass.client.queue.store;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The attempts that did not deliver. */
final class Attempts {

    /** A report that is refused for weeks must not fill the disk with the same sentence. */
    private static final int KEPT = 50;

    private Attempts() {}

    static void enter(Statements store, long seq, long now, Duration took, @Nullable Integer status, String reason) {
        store.update("insert into attempt (seq, at, took_ms, status, reason) values (?, ?, ?, ?, ?)", seq, now,
            took.toMillis(), status, reason);
        store.update("""
                     delete from attempt where seq = ? and at < (
                         select at from attempt where seq = ? order by at desc limit 1 offset %d)"""
            .formatted(KEPT - 1), seq, seq);
    }
}
