package dev.sightglass.client.queue.store.postgresql;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;

/** The connections to PostgreSQL, and our tables in it. */
final class PostgresqlDatabase implements AutoCloseable {

    private static final Duration CONNECTION_WAIT = Duration.ofSeconds(5);

    private final LoginDataSource login;
    private final HikariDataSource pool;

    private PostgresqlDatabase(LoginDataSource login, HikariDataSource pool) {
        this.login = login;
        this.pool = pool;
    }

    static PostgresqlDatabase open(PostgresqlConfig config) {
        var login = new LoginDataSource(config);
        // Flyway takes a lock of its own, so that replicas that start together do not migrate together.
        Flyway.configure().dataSource(login).schemas(config.schema()).createSchemas(true)
            .locations("classpath:db/postgresql").ignoreMigrationPatterns(new String[0]).connectRetries(10)
            .connectRetriesInterval(5).load().migrate();
        var pool = new HikariConfig();
        pool.setPoolName("postgresql");
        pool.setDataSource(login);
        pool.setSchema(config.schema());
        pool.setMaximumPoolSize(config.connections());
        pool.setMinimumIdle(1);
        pool.setConnectionTimeout(CONNECTION_WAIT.toMillis());
        // A database that is away for a moment is the callers' to wait for, not a reason to stop.
        pool.setInitializationFailTimeout(-1);
        return new PostgresqlDatabase(login, new HikariDataSource(pool));
    }

    Connection connection() throws SQLException {
        return pool.getConnection();
    }

    /** A connection outside the pool, for whoever keeps it. */
    Connection ownConnection() throws SQLException {
        return login.getConnection();
    }

    /** After a failover the old connections may still work, on a server that takes no writes. */
    void renewConnections() {
        pool.getHikariPoolMXBean().softEvictConnections();
    }

    Jdbi reader() {
        return Jdbi.create(pool);
    }

    @Override
    public void close() {
        pool.close();
    }
}
