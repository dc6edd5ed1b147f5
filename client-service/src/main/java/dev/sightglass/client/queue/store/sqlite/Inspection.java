package dev.sightglass.client.queue.store.sqlite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Looks at a database file before anybody writes to it. */
final class Inspection {

    /** A larger file would keep the start waiting; it is looked at here and there, and damaged rows are met one by one later. */
    private static final long SMALL = 64L << 20;
    private static final List<String> TABLES =
        List.of("source", "content", "report", "job", "payload", "source_report", "attempt", "act", "pruned");

    private final StoreFiles files;

    Inspection(StoreFiles files) {
        this.files = files;
    }

    /**
     * What is wrong with the files.
     *
     * @param newestSchema the newest version of the tables that we know
     * @return in words; empty when nothing is
     * @throws IllegalStateException when a newer release has written them: they are whole, and not ours to touch
     */
    Optional<String> damage(int newestSchema) {
        if (files.isNew()) {
            return Optional.empty();
        }
        if (files.isEmpty()) {
            return Optional.of("the database is missing or empty, although there was one");
        }
        var log = new WriteAheadLog(files.log()).damage();
        return log.isPresent() ? log : damageOfDatabase(newestSchema);
    }

    private Optional<String> damageOfDatabase(int newestSchema) {
        var config = new SQLiteConfig();
        config.setReadOnly(true);
        try (var connection = config.createConnection("jdbc:sqlite:" + files.database())) {
            refuseNewer(connection, newestSchema);
            return Files.size(files.database()) <= SMALL ? quickCheck(connection) : lookHereAndThere(connection);
        } catch (SQLException failed) {
            return isDamage(failed) ? Optional.of("SQLite: " + failed.getMessage()) : rethrow(failed);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot read " + files.database(), failed);
        }
    }

    private void refuseNewer(Connection connection, int newestSchema) throws SQLException {
        if (!read(connection, "select 1 from sqlite_master where name = 'flyway_schema_history'").isPresent()) {
            return;
        }
        var found = read(connection, "select max(cast(version as integer)) from flyway_schema_history");
        if (found.isPresent() && Integer.parseInt(found.get()) > newestSchema) {
            throw new IllegalStateException("sightglass.data-dir: its tables must be of version " + newestSchema
                + " or older. Found: version " + found.get() + " in " + files.database()
                + ", written by a newer release, and left untouched; start that release, or give this one its own data-dir");
        }
    }

    private static Optional<String> quickCheck(Connection connection) throws SQLException {
        return read(connection, "pragma quick_check(1)").filter(result -> !result.equals("ok"));
    }

    private static Optional<String> lookHereAndThere(Connection connection) throws SQLException {
        for (var table : TABLES) {
            for (var direction : List.of("asc", "desc")) {
                read(connection, "select * from " + table + " order by 1 " + direction + " limit 1");
            }
        }
        read(connection, "select count(*) from job where state = 'ready'");
        return Optional.empty();
    }

    private static Optional<String> read(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
            return rows.next() ? Optional.ofNullable(rows.getString(1)) : Optional.empty();
        }
    }

    /** A file that cannot be read at the moment, or may not be read by us, is not damaged. */
    static boolean isDamage(SQLException failed) {
        return failed instanceof SQLiteException sqlite && (sqlite.getResultCode() == SQLiteErrorCode.SQLITE_NOTADB
            || (sqlite.getResultCode().code & 0xff) == SQLiteErrorCode.SQLITE_CORRUPT.code);
    }

    private Optional<String> rethrow(SQLException failed) {
        throw new IllegalStateException("SQLite: cannot read " + files.database() + ": " + failed.getMessage(), failed);
    }

}
