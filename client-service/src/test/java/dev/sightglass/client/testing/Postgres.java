package dev.sightglass.client.testing;

import dev.sightglass.client.queue.store.postgresql.PostgresqlConfig;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicInteger;

/** A real PostgreSQL for tests, on a port of its own. */
public final class Postgres implements AutoCloseable {

    private static final AtomicInteger SCHEMAS = new AtomicInteger();

    private final Path data;
    private final boolean durable;
    private EmbeddedPostgres server;

    private Postgres(Path data, boolean durable) throws IOException {
        this.data = data;
        this.durable = durable;
        this.server = start(0);
    }

    private static final class Shared {
        private static final Postgres SERVER = start(false);
    }

    /** One for all tests that need no server of their own; ends with the process. */
    public static Postgres shared() {
        return Shared.SERVER;
    }

    /**
     * Starts one.
     *
     * @param durable whether commits are synced, as in real life
     */
    public static Postgres start(boolean durable) {
        try {
            return new Postgres(Files.createTempDirectory("sightglass-postgres-").resolve("data"), durable);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private EmbeddedPostgres start(int port) throws IOException {
        var builder = EmbeddedPostgres.builder().setDataDirectory(data).setCleanDataDirectory(false)
            .setServerConfig("max_connections", "200");
        if (port != 0) {
            builder.setPort(port);
        }
        if (durable) {
            builder.setServerConfig("fsync", "on").setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on");
        }
        return builder.start();
    }

    public String newSchema() {
        return "t" + SCHEMAS.incrementAndGet();
    }

    public PostgresqlConfig config(String schema) {
        return new PostgresqlConfig(server.getJdbcUrl("postgres", "postgres"), "postgres", null, null, schema, 6);
    }

    public Connection connect() throws SQLException {
        return server.getPostgresDatabase().getConnection();
    }

    public void execute(String sql) {
        try (var connection = connect(); var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(sql, failed);
        }
    }

    /** Stops the server, which ends all connections, and starts it again on the same port and data. */
    public void restart(Runnable whileAway) throws IOException {
        int port = server.getPort();
        server.close();
        whileAway.run();
        server = start(port);
    }

    @Override
    public void close() {
        try {
            server.close();
            try (var files = Files.walk(data.getParent())) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
