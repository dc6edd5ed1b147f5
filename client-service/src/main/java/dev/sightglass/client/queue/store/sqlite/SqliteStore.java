package dev.sightglass.client.queue.store.sqlite;

import dev.sightglass.client.queue.store.Dialect;
import dev.sightglass.client.queue.store.ReadySignal;
import dev.sightglass.client.queue.store.SqlStore;
import dev.sightglass.client.queue.store.StoreSetup;
import dev.sightglass.health.ProgressGroup;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The embedded store: opens, migrates and closes what queue, journeys and ledger share. */
public final class SqliteStore extends SqlStore {

    private static final Logger logger = LoggerFactory.getLogger(SqliteStore.class);

    private final DataDirectory directory;
    private final SqliteDatabase database;
    private final GroupCommit writer;

    private SqliteStore(DataDirectory directory, SqliteDatabase database, StoreSetup setup) {
        var ready = new ReadySignal();
        var groups = new GroupCommit(database.writer(), setup.metrics()::committed, ready, setup.clock());
        super(groups, database.reader(), Dialect.SQLITE, ready, directory::usableBytes, setup);
        this.directory = directory;
        this.database = database;
        this.writer = groups;
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
     * @param setup its limits, and the clock that gives all its rows their time
     * @return the open store
     * @throws IllegalStateException when another process has it
     */
    public static SqliteStore open(Path dataDir, StoreSetup setup) {
        var directory = DataDirectory.open(dataDir);
        try {
            var files = new StoreFiles(dataDir);
            var aside = putAsideWhatIsDamaged(files, setup.clock());
            var database = SqliteDatabase.open(files.database());
            files.markMade();
            var store = new SqliteStore(directory, database, setup);
            store.endLeasesOfTheLastProcess();
            aside.ifPresent(damaged -> new Salvage(damaged, store.queue()).run());
            setup.metrics().damagedStores(() -> files.aside().size());
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
    public void close() {
        super.close();
        writer.close();
        database.close();
        directory.close();
    }
}
