package dev.sightglass.client.queue.store.sqlite;

import dev.sightglass.client.journey.Journeys;
import dev.sightglass.client.journey.Ledger;
import dev.sightglass.client.queue.QueueConfig;
import dev.sightglass.client.queue.QueueOperations;
import dev.sightglass.client.queue.ReportQueue;
import dev.sightglass.client.queue.store.Counts;
import dev.sightglass.client.queue.store.Dialect;
import dev.sightglass.client.queue.store.OperatorActs;
import dev.sightglass.client.queue.store.ReadySignal;
import dev.sightglass.client.queue.store.Room;
import dev.sightglass.client.queue.store.Store;
import dev.sightglass.client.queue.store.StoredJourneys;
import dev.sightglass.client.queue.store.StoredLedger;
import dev.sightglass.client.queue.store.StoredReportQueue;
import dev.sightglass.health.ProgressGroup;
import dev.sightglass.metrics.group.QueueMetrics;
import java.nio.file.Path;
import java.time.InstantSource;

/** The embedded store: opens, migrates and closes what queue, journeys and ledger share. */
public final class SqliteStore implements Store {

    private final DataDirectory directory;
    private final SqliteDatabase database;
    private final GroupCommit writer;
    private final ReportQueue queue;
    private final QueueOperations operations;
    private final Journeys journeys;
    private final Ledger ledger;
    private final InstantSource clock;

    private SqliteStore(DataDirectory directory, SqliteDatabase database, QueueConfig config, QueueMetrics metrics,
        InstantSource clock) {
        this.directory = directory;
        this.database = database;
        this.clock = clock;
        var ready = new ReadySignal();
        var reader = database.reader();
        var counts = new Counts(reader);
        var room = new Room(counts, directory::usableBytes, config, clock);
        this.writer = new GroupCommit(database.writer(), metrics::committed, ready, clock);
        this.queue = new StoredReportQueue(writer, counts, room, ready, Dialect.SQLITE, config, metrics);
        this.operations = new OperatorActs(writer, reader);
        this.journeys = new StoredJourneys(reader);
        this.ledger = new StoredLedger(reader, clock);
    }

    /**
     * Opens the store, makes it when it is not there, and brings its tables up to date.
     *
     * @param dataDir its folder; made when missing
     * @param config the queue's limits
     * @param metrics told of what the queue takes and how long commits take
     * @param clock the time of all its rows
     * @return the open store
     * @throws IllegalStateException when another process has it
     */
    public static SqliteStore open(Path dataDir, QueueConfig config, QueueMetrics metrics, InstantSource clock) {
        var directory = DataDirectory.open(dataDir);
        try {
            var database = SqliteDatabase.open(directory.file("queue.db"));
            var store = new SqliteStore(directory, database, config, metrics, clock);
            store.endLeasesOfTheLastProcess();
            return store;
        } catch (RuntimeException failed) {
            directory.close();
            throw failed;
        }
    }

    /** The folder is ours alone: whoever held a lease is gone. */
    private void endLeasesOfTheLastProcess() {
        writer.submit((store, _) -> store.update("update job set state = 'ready' where state = 'leased'")).join();
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

    /** A heartbeat through the writer, read by a reader. */
    @Override
    public boolean writesAndReadsBack() {
        long beat = clock.millis();
        writer.submit((store, _) -> store.update(
            "insert into heartbeat (id, at) values (1, ?) on conflict (id) do update set at = excluded.at", beat))
            .join();
        long read = database.reader()
            .withHandle(handle -> handle.createQuery("select at from heartbeat").mapTo(Long.class).one());
        return read == beat;
    }

    @Override
    public ProgressGroup loops() {
        return writer.loops();
    }

    @Override
    public void close() {
        writer.close();
        database.close();
        directory.close();
    }
}
