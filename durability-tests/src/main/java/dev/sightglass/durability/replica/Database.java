package dev.sightglass.durability.replica;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;

/** A real PostgreSQL that syncs what it commits, and comes back on the same port. */
final class Database implements AutoCloseable {

    private final Path data;
    private EmbeddedPostgres server;

    Database(Path data) throws IOException {
        this.data = data;
        this.server = start(0);
    }

    private EmbeddedPostgres start(int port) throws IOException {
        var builder = EmbeddedPostgres.builder().setDataDirectory(data).setCleanDataDirectory(false)
            // The library's defaults are for tests that need not survive.
            .setServerConfig("fsync", "on").setServerConfig("synchronous_commit", "on")
            .setServerConfig("full_page_writes", "on");
        return (port == 0 ? builder : builder.setPort(port)).start();
    }

    String url() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    /** Every connection ends; some time later the server is there again. */
    void restart() throws IOException {
        int port = server.getPort();
        server.close();
        server = start(port);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
