package dev.sightglass.client.queue.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A connection's statements, each prepared once. On this one hot path preparing and describing a statement anew costs more than SQLite's own
 * work (docs/performance.md), which is why it is not Jdbi's. Failures are {@link IllegalStateException}s with the statement. Not thread-safe.
 */
public final class Statements implements AutoCloseable {

    private static final String NOTHING_TO_TAKE_BACK = "no transaction is active";

    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    /**
     * The statements of a connection.
     *
     * @param connection closed with this
     */
    public Statements(Connection connection) {
        this.connection = connection;
    }

    /**
     * Reads one row.
     *
     * @param <T> what it is read as
     */
    @FunctionalInterface
    public interface Reader<T> {

        /**
         * Reads one row.
         *
         * @param row stands on it
         * @return what it says
         * @throws SQLException when it cannot be read
         */
        T read(ResultSet row) throws SQLException;
    }

    /**
     * Changes rows.
     *
     * @param sql with a question mark for each value
     * @param values in their order
     * @return how many rows were changed
     */
    public int update(String sql, @Nullable Object... values) {
        try {
            return bound(sql, values).executeUpdate();
        } catch (SQLException failed) {
            forget(sql);
            throw failure(sql, failed);
        }
    }

    /**
     * Reads rows.
     *
     * @param <T> what each is read as
     * @param sql with a question mark for each value
     * @param reader reads one row
     * @param values in their order
     * @return the rows
     */
    public <T> List<T> list(String sql, Reader<T> reader, @Nullable Object... values) {
        try {
            var statement = bound(sql, values);
            var rows = new ArrayList<T>();
            if (statement.execute()) {
                try (var result = statement.getResultSet()) {
                    while (result.next()) {
                        rows.add(reader.read(result));
                    }
                }
            }
            return rows;
        } catch (SQLException failed) {
            forget(sql);
            throw failure(sql, failed);
        }
    }

    /**
     * Reads the first row.
     *
     * @param <T> what it is read as; a row that is read as null counts as none
     * @param sql with a question mark for each value
     * @param reader reads the row
     * @param values in their order
     * @return the row
     */
    public <T> Optional<T> first(String sql, Reader<T> reader, @Nullable Object... values) {
        return list(sql, reader, values).stream().filter(Objects::nonNull).findFirst();
    }

    /**
     * Runs a statement that answers with nothing, to its end, which a prepared one may not.
     *
     * @param sql the statement
     */
    public void run(String sql) {
        try (var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        } catch (SQLException failed) {
            throw failure(sql, failed);
        }
    }

    /** Begins a transaction. */
    public void begin() {
        inTransaction(() -> connection.setAutoCommit(false));
    }

    /** Commits; durable when it returns. */
    public void commit() {
        inTransaction(connection::commit);
    }

    /**
     * Takes the transaction back. SQLite does so by itself when its disk is full; the next transaction begins in any case.
     */
    public void rollback() {
        inTransaction(() -> {
            try {
                connection.rollback();
            } catch (SQLException failed) {
                if (!String.valueOf(failed.getMessage()).contains(NOTHING_TO_TAKE_BACK)) {
                    throw failed;
                }
                leaveTransaction();
            }
        });
    }

    /** The driver believes itself in a transaction that is over, and would never begin another. */
    private void leaveTransaction() {
        try {
            connection.setAutoCommit(true);
        } catch (SQLException nothingToCommit) {
            // the driver has noted the new mode before it asked SQLite, which is all that is wanted
        }
    }

    private PreparedStatement bound(String sql, @Nullable Object... values) throws SQLException {
        var statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        for (int place = 0; place < values.length; place++) {
            statement.setObject(place + 1, values[place]);
        }
        return statement;
    }

    /** SQLite's driver closes a statement that fails, as all do when the disk is full: kept, it would fail for ever. */
    private void forget(String sql) {
        var statement = prepared.remove(sql);
        try {
            if (statement != null) {
                statement.close();
            }
        } catch (SQLException alreadyClosed) {
            // it is not used again either way
        }
    }

    private static void inTransaction(Step step) {
        try {
            step.take();
        } catch (SQLException failed) {
            throw failure("the transaction", failed);
        }
    }

    private static IllegalStateException failure(String what, SQLException failed) {
        return new IllegalStateException("the store: " + failed.getMessage() + ", in " + what, failed);
    }

    @FunctionalInterface
    private interface Step {
        void take() throws SQLException;
    }

    @Override
    public void close() {
        inTransaction(connection::close);
    }
}
