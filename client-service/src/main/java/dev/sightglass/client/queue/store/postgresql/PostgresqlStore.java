package dev.sightglass.client.queue.store.postgresql;

import dev.sightglass.client.journey.Journeys;
import dev.sightglass.client.journey.Ledger;
import dev.sightglass.client.queue.QueueConfig;
import dev.sightglass.client.queue.QueueOperations;
import dev.sightglass.client.queue.ReportQueue;
import dev.sightglass.client.queue.store.Counts;
import dev.sightglass.client.queue.store.Dialect;
import dev.sightglass.client.queue.store.History;
import dev.sightglass.client.queue.store.HistoryConfig;
import dev.sightglass.client.queue.store.OperatorActs;
import dev.sightglass.client.queue.store.ReadySignal;
import dev.sightglass.client.queue.store.Room;
import dev.sightglass.client.queue.store.Store;
import dev.sightglass.client.queue.store.StoredJourneys;
import dev.sightglass.client.queue.store.StoredLedger;
import dev.sightglass.client.queue.store.StoredReportQueue;
import dev.sightglass.client.queue.store.Upkeep;
import dev.sightglass.health.ProgressGroup;
import dev.sightglass.metrics.group.QueueMetrics;
import java.sql.SQLException;
import java.time.InstantSource;

/** The shared store: any number of replicas work on it at once. */
public final class PostgresqlStore implements Store {

    /** Left for those who read. */
    private static final int READERS = 2;
    /** The database's disk is not ours to watch. */
    private static final long ENDLESS = Long.MAX_VALUE;

    private final PostgresqlDatabase database;
    private final Lanes lanes;
    private final ReadyListener listener;
    private final ReportQueue queue;
    private final QueueOperations operations;
    private final Journeys journeys;
    private final Ledger ledger;
    private final History history;
    private final Upkeep upkeep;

    private PostgresqlStore(PostgresqlDatabase database, PostgresqlConfig config, QueueConfig queueConfig,
        HistoryConfig historyConfig, QueueMetrics metrics, InstantSource clock) {
        this.database = database;
        var ready = new ReadySignal();
        var channel = config.schema() + "_ready";
        var reader = database.reader();
        var counts = new Counts(reader);
        var room = new Room(counts, () -> ENDLESS, queueConfig, clock);
        this.lanes = new Lanes(new Lane(database, channel), config.connections() - READERS, metrics::committed, ready);
        this.listener = new ReadyListener(database, channel, ready);
        this.queue = new StoredReportQueue(lanes, counts, room, ready, Dialect.POSTGRESQL, queueConfig, metrics);
        this.operations = new OperatorActs(lanes, reader);
        this.journeys = new StoredJourneys(reader);
        this.ledger = new StoredLedger(reader, clock);
        this.history = new History(lanes, reader, Dialect.POSTGRESQL, historyConfig);
        this.upkeep = new Upkeep(history::prune);
    }

    /**
     * Finds out whether the database answers; changes nothing.
     *
     * @param config where it is
     * @return what was found, in words
     * @throws RuntimeException when it does not answer or does not know us
     */
    public static String tryOut(PostgresqlConfig config) {
        try (var connection = new LoginDataSource(config).getConnection()) {
            return "PostgreSQL " + connection.getMetaData().getDatabaseProductVersion() + " answers";
        } catch (SQLException unusable) {
            throw new IllegalStateException(
                "sightglass.queue.postgresql.url: must be a database that takes us. Found: " + unusable.getMessage(),
                unusable);
        }
    }

    /**
     * Opens the store and brings its tables up to date; replicas that start together wait for each other.
     *
     * @param config where it is
     * @param queueConfig the queue's limits
     * @param history what is remembered
     * @param metrics told of what the queue takes and how long commits take
     * @param clock when to look and to draw balances; the time of all rows is the database's
     * @return the open store
     */
    public static PostgresqlStore open(PostgresqlConfig config, QueueConfig queueConfig, HistoryConfig history,
        QueueMetrics metrics, InstantSource clock) {
        return new PostgresqlStore(PostgresqlDatabase.open(config), config, queueConfig, history, metrics, clock);
    }

    @Override
    public ReportQueue queue() {
        return queue;
    }

    @Override
    public QueueOperations operations() {
        return operations;
    }

    @Override
    public Journeys journeys() {
        return journeys;
    }

    @Override
    public Ledger ledger() {
        return ledger;
    }

    /** Another replica's heartbeat may be newer than ours. */
    @Override
    public boolean writesAndReadsBack() {
        long beat = lanes.submit((store, now) -> {
            store.update(
                "insert into heartbeat (id, at) values (1, ?) on conflict (id) do update set at = greatest(heartbeat.at, excluded.at)",
                now);
            return now;
        }).join();
        long read = database.reader()
            .withHandle(handle -> handle.createQuery("select at from heartbeat").mapTo(Long.class).one());
        return read >= beat;
    }

    @Override
    public ProgressGroup loops() {
        return lanes.loops();
    }

    @Override
    public long prune() {
        return history.prune();
    }

    @Override
    public void close() {
        upkeep.close();
        listener.close();
        lanes.close();
        database.close();
    }
}
