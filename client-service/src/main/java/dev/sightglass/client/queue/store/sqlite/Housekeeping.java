package dev.sightglass.client.queue.store.sqlite;

import dev.sightglass.client.queue.store.Statements;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the files small, on the writer's own thread and between its commits: moves the log into the database, and gives pages that nobody
 * uses back to the disk.
 */
final class Housekeeping {

    private static final Logger logger = LoggerFactory.getLogger(Housekeeping.class);

    /** Moved less often, a page that changes again and again is moved once; more often, no commit has to wait long. */
    private static final int MOST_LOG_PAGES = 4_000;
    private static final int COMMITS_PER_LOOK = 16;
    /** Room for new reports, so that pages are not given back and fetched again. */
    private static final int FREE_PAGES_KEPT = 2_048;
    private static final int FREE_PAGES_AT_ONCE = 256;

    private final Statements store;
    private int commits;
    private boolean inOrder = true;

    Housekeeping(Statements store) {
        this.store = store;
    }

    /** Under load: only what cannot wait. */
    void afterCommit() {
        if (++commits % COMMITS_PER_LOOK == 0) {
            inOrder = false;
            safely(() -> {
                if (logPages() >= MOST_LOG_PAGES) {
                    moveLog();
                    giveBack();
                }
            });
        }
    }

    /** When nobody waits: everything, a portion at a time. */
    void whenIdle() {
        if (!inOrder) {
            safely(() -> inOrder = !giveBack() && moveLog());
        }
    }

    private long logPages() {
        return store.first("pragma wal_checkpoint(noop)", row -> row.getLong(2) - row.getLong(3)).orElse(0L);
    }

    /** Does not wait for readers that still need the log; the next time will do. */
    private boolean moveLog() {
        return store.first("pragma wal_checkpoint(passive)", row -> row.getLong(2) <= row.getLong(3)).orElse(true);
    }

    /** Returns whether there was something to give. A transaction that stays open would be in the way of moving the log. */
    private boolean giveBack() {
        store.begin();
        long free = store.first("pragma freelist_count", row -> row.getLong(1)).orElse(0L);
        if (free > FREE_PAGES_KEPT) {
            store.run("pragma incremental_vacuum(" + FREE_PAGES_AT_ONCE + ")");
        }
        store.commit();
        return free > FREE_PAGES_KEPT;
    }

    private void safely(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failed) {
            logger.warn("The queue's files could not be kept small this time; it is tried again", failed);
            store.rollback();
        }
    }
}
