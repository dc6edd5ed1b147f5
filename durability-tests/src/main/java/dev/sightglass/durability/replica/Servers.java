package dev.sightglass.durability.replica;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Real PostgreSQL servers that sync what they commit. */
final class Servers {

    /** The name of the user, and of the database. */
    static final String USER = "postgres";

    private Servers() {}

    /** A server that is not started yet, on any free port. */
    static EmbeddedPostgres.Builder durable(Path data) {
        return EmbeddedPostgres.builder().setDataDirectory(data).setCleanDataDirectory(false)
            // The library's defaults are for tests that need not survive.
            .setServerConfig("fsync", "on").setServerConfig("synchronous_commit", "on")
            .setServerConfig("full_page_writes", "on");
    }

    /** PostgreSQL takes no folder that others may look into. */
    static void keepToOneself(Path data) throws IOException {
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx------"));
    }
}
