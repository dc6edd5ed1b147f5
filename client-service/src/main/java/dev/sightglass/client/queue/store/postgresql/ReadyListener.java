package dev.sightglass.client.queue.store.postgresql;

import dev.sightglass.client.queue.store.ReadySignal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears from the database that any replica has made reports ready. Only makes things quicker: who waits for reports looks from time to time
 * all the same.
 */
final class ReadyListener implements AutoCloseable {

    private static final Logger logger = LoggerFactory.getLogger(ReadyListener.class);
    private static final Duration TURN = Duration.ofSeconds(1);
    private static final int TURNS_TO_PROOF = 30;
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final PostgresqlDatabase database;
    private final String channel;
    private final ReadySignal ready;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;
    private volatile @Nullable Connection listening;

    @SuppressWarnings("ThreadStartInConstructor") // the last statement, on a final class
    ReadyListener(PostgresqlDatabase database, String channel, ReadySignal ready) {
        this.database = database;
        this.channel = channel;
        this.ready = ready;
        this.thread = Thread.ofVirtual().name("queue-listener").start(this::run);
    }

    private void run() {
        boolean heard = true;
        while (closed.getCount() > 0) {
            try (var connection = database.ownConnection()) {
                heard = true;
                listening = connection;
                listen(connection);
            } catch (SQLException lost) {
                if (heard && closed.getCount() > 0) {
                    logger.warn(
                        "The database does not tell of new reports any more ({}); they are found by looking until it does",
                        lost.getMessage());
                }
                heard = false;
                pause();
            }
        }
    }

    private void listen(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("listen " + channel);
            ready.fire(); // whatever came while nobody listened
            for (int turn = 1; closed.getCount() > 0; turn++) {
                var told = connection.unwrap(PGConnection.class).getNotifications(Math.toIntExact(TURN.toMillis()));
                if (told != null && told.length > 0) {
                    ready.fire();
                }
                if (turn % TURNS_TO_PROOF == 0) {
                    statement.execute("select 1"); // a connection that only listens would not notice that it is dead
                }
            }
        }
    }

    /** Replicas that lost the same database must not come back in step. */
    private void pause() {
        try {
            boolean _ = closed.await(PAUSE.toMillis() / 2 + ThreadLocalRandom.current().nextLong(PAUSE.toMillis()),
                TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            var connection = listening;
            if (connection != null) {
                connection.abort(Runnable::run); // it would listen for the rest of its turn
            }
            thread.join();
        } catch (SQLException alreadyGone) {
            logger.debug("The listening connection was gone before it was closed", alreadyGone);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
