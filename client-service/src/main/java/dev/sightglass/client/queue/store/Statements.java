package dev.sightglass.client.queue.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The writer's statements, each prepared once. On this one hot path preparing and describing a statement anew costs more than SQLite's own
 * work (docs/performance.md), which is why it is not Jdbi's. Not thread-safe.
 */
final class Statements implements AutoCloseable {

    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    Statements(Connection connection) {
        this.connection = connection;
    }

    /** Reads one row. */
    @FunctionalInterface
    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Returns the number of rows changed. */
    int update(String sql, @Nullable Object... values) {
        try {
            return bound(sql, values).executeUpdate();
        } catch (SQLException failed) {
            throw failure(sql, failed);
        }
    }

    <T> List<T> list(String sql, Reader<T> reader, @Nullable Object... values) {
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
            throw failure(sql, failed);
        }
    }

    <T> Optional<T> first(String sql, Reader<T> reader, @Nullable Object... values) {
        return list(sql, reader, values).stream().findFirst();
    }

    void begin() {
        inTransaction(() -> connection.setAutoCommit(false));
    }

    void commit() {
        inTransaction(connection::commit);
    }

    void rollback() {
        inTransaction(connection::rollback);
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

    private static void inTransaction(Step step) {
        try {
            step.take();
        } catch (SQLException failed) {
            throw failure("the transaction", failed);
        }
    }

    private static IllegalStateException failure(String what, SQLException failed) {
        return new IllegalStateException("SQLite: " + failed.getMessage() + ", in " + what, failed);
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
