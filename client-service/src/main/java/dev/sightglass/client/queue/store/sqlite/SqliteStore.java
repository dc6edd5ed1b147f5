package dev.sightglass.client.queue.store.sqlite;

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
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The embedded store: opens, migrates and closes what queue, journeys and ledger share. */
public final class SqliteStore implements Store {

    private static final Logger logger = LoggerFactory.getLogger(SqliteStore.class);

    private final DataDirectory directory;
    private final SqliteDatabase database;
    private final GroupCommit writer;
    private final ReportQueue queue;
    private final QueueOperations operations;
    private final Journeys journeys;
    private final Ledger ledger;
    private final History history;
    private final Upkeep upkeep;
    private final InstantSource clock;

    private SqliteStore(DataDirectory directory, SqliteDatabase database, QueueConfig config,
        HistoryConfig historyConfig, QueueMetrics metrics, InstantSource clock) {
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
        this.history = new History(writer, reader, Dialect.SQLITE, historyConfig);
        this.upkeep = new Upkeep(history::prune);
    }

    /**
     * Finds out whether the folder could be used; changes nothing.
     *
     * @param dataDir the store's folder
     * @return what was found, in words
     * @throws RuntimeException when it could not be used
     */
    public static String tryOut(Path dataDir) {
        return DataDirectory.tryOut(dataDir);
    }

    /**
     * Opens the store, makes it when it is not there, and brings its tables up to date.
     *
     * @param dataDir its folder; made when missing
     * @param config the queue's limits
     * @param history what is remembered
     * @param metrics told of what the queue takes and how long commits take
     * @param clock the time of all its rows
     * @return the open store
     * @throws IllegalStateException when another process has it
     */
    public static SqliteStore open(Path dataDir, QueueConfig config, HistoryConfig history, QueueMetrics metrics,
        InstantSource clock) {
        var directory = DataDirectory.open(dataDir);
        try {
            var files = new StoreFiles(dataDir);
            var aside = putAsideWhatIsDamaged(files, clock);
            var database = SqliteDatabase.open(files.database());
            files.markMade();
            var store = new SqliteStore(directory, database, config, history, metrics, clock);
            store.endLeasesOfTheLastProcess();
            aside.ifPresent(damaged -> new Salvage(damaged, store.queue()).run());
            metrics.damagedStores(() -> files.aside().size());
            return store;
        } catch (RuntimeException failed) {
            directory.close();
            throw failed;
        }
    }

    private static Optional<Path> putAsideWhatIsDamaged(StoreFiles files, InstantSource clock) {
        var damage = new Inspection(files).damage(SqliteDatabase.newestSchema());
        return damage.map(what -> {
            var aside = files.putAside(clock.instant());
            logger.error(
                "The queue in {} is damaged ({}). It was put aside as {}, and a new one begins; what can be read of it is saved",
                files.database(), what, aside);
            return aside;
        });
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
    public Optional<String> damage() {
        var aside = new StoreFiles(directory.path()).aside();
        return aside.isEmpty() ? Optional.empty()
            : Optional
                .of("a damaged queue was put aside as " + aside.getFirst() + "; what could be read of it was saved");
    }

    @Override
    public long prune() {
        return history.prune();
    }

    @Override
    public void close() {
        upkeep.close();
        writer.close();
        database.close();
        directory.close();
    }
}
