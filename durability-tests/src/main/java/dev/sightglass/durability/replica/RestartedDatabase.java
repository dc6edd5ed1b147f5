package dev.sightglass.durability.replica;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;

/** One server that restarts, and comes back on the same port. */
final class RestartedDatabase implements Database {

    private final Path data;
    private EmbeddedPostgres server;

    RestartedDatabase(Path data) throws IOException {
        this.data = data;
        this.server = Servers.durable(data).start();
    }

    @Override
    public String url() {
        return server.getJdbcUrl(Servers.USER, Servers.USER);
    }

    @Override
    public String trouble() throws IOException {
        int port = server.getPort();
        server.close();
        server = Servers.durable(data).setPort(port).start();
        return "database restarted";
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
