package dev.sightglass.client.queue.store.postgresql;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** Opens connections with the password of the moment, and such that notice when the server is gone. */
final class LoginDataSource extends PGSimpleDataSource {

    private static final long serialVersionUID = 1L;
    private static final Duration CONNECT = Duration.ofSeconds(5);
    /** No statement of ours takes as long; a server that has gone without a word is noticed by it. */
    private static final Duration ANSWER = Duration.ofSeconds(60);

    private final transient PostgresqlConfig config;

    LoginDataSource(PostgresqlConfig config) {
        this.config = config;
        setConnectTimeout(Math.toIntExact(CONNECT.toSeconds()));
        setSocketTimeout(Math.toIntExact(ANSWER.toSeconds()));
        setTcpKeepAlive(true);
        setTargetServerType("primary");
        setApplicationName("sightglass");
        setReWriteBatchedInserts(true);
        setURL(config.requiredUrl());
    }

    @Override
    public Connection getConnection() throws SQLException {
        return getConnection(config.username(), password());
    }

    private @Nullable String password() throws SQLException {
        var file = config.passwordFile();
        if (file == null) {
            return config.password();
        }
        try {
            return Files.readString(file).strip();
        } catch (IOException unreadable) {
            throw new SQLException("sightglass.queue.postgresql.password-file: must be readable. Found: "
                + file + " (" + unreadable + ")", unreadable);
        }
    }
}
