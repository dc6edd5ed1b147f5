package dev.sightglass.client.queue.store.postgresql;

import dev.sightglass.client.queue.store.PendingChange;
import dev.sightglass.client.queue.store.Statements;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes changes in one transaction each time. Thread-safe. */
final class Lane {

    private static final Logger logger = LoggerFactory.getLogger(Lane.class);

    /**
     * Serialization failure, deadlock, and a row that was forgotten between two of our statements: the database made us give way to somebody
     * else, and all is well when we come again.
     */
    private static final Set<String> GAVE_WAY = Set.of("40001", "40P01", "23503");
    /** Read-only transaction: this server is no longer the primary. */
    private static final String NOT_PRIMARY = "25006";
    private static final int MOST_TRIES = 10;

    private final PostgresqlDatabase database;
    private final String channel;

    Lane(PostgresqlDatabase database, String channel) {
        this.database = database;
        this.channel = channel;
    }

    void run(List<PendingChange<?>> batch) {
        for (int attempt = 1;; attempt++) {
            try {
                transact(batch);
                return;
            } catch (IllegalStateException failed) {
                var state = sqlState(failed);
                if (NOT_PRIMARY.equals(state)) {
                    database.renewConnections();
                }
                if (state == null || !GAVE_WAY.contains(state) || attempt == MOST_TRIES) {
                    throw failed;
                }
                logger.debug("A transaction gave way to another and is made again", failed);
            }
        }
    }

    private void transact(List<PendingChange<?>> batch) {
        try (var store = open()) {
            store.begin();
            long now = store.first("select queue_now()", row -> row.getLong(1)).orElseThrow();
            batch.forEach(change -> change.make(store, now));
            if (batch.stream().anyMatch(PendingChange::wakes)) {
                store.first("select pg_notify(?, '')", _ -> true, channel);
            }
            store.commit();
        }
    }

    private Statements open() {
        try {
            return new Statements(database.connection());
        } catch (SQLException unreachable) {
            throw new Unreachable("PostgreSQL: " + unreachable.getMessage(), unreachable);
        }
    }

    /** No connection could be had. */
    static final class Unreachable extends IllegalStateException {

        private static final long serialVersionUID = 1L;

        private Unreachable(String message, SQLException cause) {
            super(message, cause);
        }
    }

    private static @Nullable String sqlState(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return sql.getSQLState();
            }
        }
        return null;
    }
}
