package dev.sightglass.client.queue.store.postgresql;

import dev.sightglass.client.queue.store.Dialect;
import dev.sightglass.client.queue.store.ReadySignal;
import dev.sightglass.client.queue.store.SqlStore;
import dev.sightglass.client.queue.store.StoreSetup;
import dev.sightglass.health.ProgressGroup;
import java.sql.SQLException;

/** The shared store: any number of replicas work on it at once. */
public final class PostgresqlStore extends SqlStore {

    /** Left for those who read. */
    private static final int READERS = 2;
    /** The database's disk is not ours to watch. */
    private static final long ENDLESS = Long.MAX_VALUE;

    private final PostgresqlDatabase database;
    private final Lanes lanes;
    private final ReadyListener listener;

    private PostgresqlStore(PostgresqlDatabase database, PostgresqlConfig config, StoreSetup setup) {
        var ready = new ReadySignal();
        var channel = config.schema() + "_ready";
        var writers = new Lanes(new Lane(database, channel), config.connections() - READERS,
            setup.metrics()::committed, ready);
        super(writers, database.reader(), Dialect.POSTGRESQL, ready, () -> ENDLESS, setup);
        this.database = database;
        this.lanes = writers;
        this.listener = new ReadyListener(database, channel, ready);
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
     * @param setup its limits, and the clock by which it looks and draws balances; the time of all rows is the database's
     * @return the open store
     */
    public static PostgresqlStore open(PostgresqlConfig config, StoreSetup setup) {
        return new PostgresqlStore(PostgresqlDatabase.open(config), config, setup);
    }

    @Override
    public ProgressGroup loops() {
        return lanes.loops();
    }

    @Override
    public void close() {
        super.close();
        listener.close();
        lanes.close();
        database.close();
    }
}
