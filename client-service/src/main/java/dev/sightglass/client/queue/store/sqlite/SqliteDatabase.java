package dev.sightglass.client.queue.store.sqlite;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.sightglass.client.queue.store.Statements;
import java.lang.Runtime.Version;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * One SQLite file: a single connection that writes, and a pool that only reads.
 *
 * <p>
 * The single writer makes {@code SQLITE_BUSY} impossible and is the only one to move the WAL back into the file.
 */
final class SqliteDatabase implements AutoCloseable {

    /** Older ones can corrupt the file when the WAL is reset under a second connection: sqlite.org/releaselog/3_51_3.html. */
    private static final Version OLDEST_SAFE_VERSION = Version.parse("3.51.3");
    private static final String MIGRATIONS = "classpath:db/sqlite";
    private static final int READERS = 3;
    /** Ids and hashes fall anywhere in their indexes; with the default of 2 MB most of a large queue's changes would read pages again. */
    private static final int WRITER_CACHE_KIB = 32_768;
    private static final long LOG_BYTES_KEPT = 64L << 20;

    private final Statements writer;
    private final HikariDataSource readers;

    private SqliteDatabase(Statements writer, HikariDataSource readers) {
        this.writer = writer;
        this.readers = readers;
    }

    /** The version of the tables that this release makes. */
    static int newestSchema() {
        var flyway = Flyway.configure().dataSource("jdbc:sqlite::memory:", null, null).locations(MIGRATIONS).load();
        return Stream.of(flyway.info().all()).mapToInt(migration -> Integer.parseInt(migration.getVersion().toString()))
            .max().orElseThrow();
    }

    static SqliteDatabase open(Path file) {
        prepare(file);
        var writing = dataSource(file, false);
        Flyway.configure().dataSource(writing).locations(MIGRATIONS).load().migrate();
        requireSafeVersion(Jdbi.create(writing));
        var writer = writer(writing);
        var pool = new HikariConfig();
        pool.setPoolName("sqlite-readers");
        pool.setDataSource(dataSource(file, true));
        pool.setReadOnly(true);
        pool.setMaximumPoolSize(READERS);
        pool.setMinimumIdle(1);
        return new SqliteDatabase(writer, new HikariDataSource(pool));
    }

    private static Statements writer(SQLiteDataSource source) {
        try {
            var connection = source.getConnection();
            try (var pragma = connection.createStatement()) {
                pragma.execute("pragma cache_size = -" + WRITER_CACHE_KIB);
                pragma.execute("pragma wal_autocheckpoint = 0"); // see Housekeeping
                pragma.execute("pragma journal_size_limit = " + LOG_BYTES_KEPT);
            }
            return new Statements(connection);
        } catch (SQLException failed) {
            throw new IllegalStateException("SQLite: cannot open the queue: " + failed.getMessage(), failed);
        }
    }

    /** Freed pages can go back to the disk only when this is set before the file has its first page. */
    private static void prepare(Path file) {
        var plain = new SQLiteDataSource();
        plain.setUrl("jdbc:sqlite:" + file);
        Jdbi.create(plain).useHandle(handle -> {
            handle.execute("pragma auto_vacuum = incremental");
            handle.execute("pragma journal_mode = wal");
        });
    }

    private static SQLiteDataSource dataSource(Path file, boolean readOnly) {
        var config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout(5_000);
        config.enforceForeignKeys(true);
        config.setReadOnly(readOnly);
        var source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        return source;
    }

    private static void requireSafeVersion(Jdbi jdbi) {
        var found = jdbi.withHandle(handle -> handle.createQuery("select sqlite_version()").mapTo(String.class).one());
        if (Version.parse(found).compareTo(OLDEST_SAFE_VERSION) < 0) {
            throw new IllegalStateException(
                "SQLite: must be " + OLDEST_SAFE_VERSION + " or newer, older ones can corrupt the queue. Found: "
                    + found);
        }
    }

    Statements writer() {
        return writer;
    }

    Jdbi reader() {
        return Jdbi.create(readers);
    }

    @Override
    public void close() {
        readers.close();
        writer.close();
    }
}
