package dev.sightglass.client.queue.store;

import dev.sightglass.client.journey.Journeys;
import dev.sightglass.client.queue.QueueConfig;
import dev.sightglass.client.queue.ReportQueue;
import dev.sightglass.metrics.group.QueueMetrics;
import java.nio.file.Path;
import java.time.InstantSource;

/** The embedded store: opens, migrates and closes what the queue and the journeys share. */
public final class SqliteStore implements AutoCloseable {

    private final DataDirectory directory;
    private final SqliteDatabase database;
    private final GroupCommit writer;
    private final ReportQueue queue;
    private final Journeys journeys;
    private final InstantSource clock;

    private SqliteStore(DataDirectory directory, SqliteDatabase database, GroupCommit writer, QueueConfig config,
        QueueMetrics metrics, InstantSource clock) {
        this.directory = directory;
        this.database = database;
        this.writer = writer;
        this.clock = clock;
        this.queue = new SqliteReportQueue(writer, database.reader(), directory, config, metrics, clock);
        this.journeys = new SqliteJourneys(database.reader());
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
            return new SqliteStore(directory, database, new GroupCommit(database.writer(), metrics::committed), config,
                metrics, clock);
        } catch (RuntimeException failed) {
            directory.close();
            throw failed;
        }
    }

    /**
     * The queue in this store.
     *
     * @return the queue
     */
    public ReportQueue queue() {
        return queue;
    }

    /**
     * The journeys of what passed through this store.
     *
     * @return the journeys
     */
    public Journeys journeys() {
        return journeys;
    }

    /** A heartbeat through the writer, read by a reader. */
    boolean writesAndReadsBack() {
        long beat = clock.millis();
        writer.submit(statements -> statements.update("insert or replace into heartbeat (id, at) values (1, ?)", beat))
            .join();
        long read = database.reader()
            .withHandle(handle -> handle.createQuery("select at from heartbeat").mapTo(Long.class).one());
        return read == beat;
    }

    /** Commits what waits, then closes. */
    @Override
    public void close() {
        writer.close();
        database.close();
        directory.close();
    }
}
