package dev.sightglass.durability.replica;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.SQLException;
import java.time.Duration;

/**
 * A primary that dies at once, and a standby that had every commit before it was acknowledged and takes its place. Who is told both addresses
 * finds the one that takes writes.
 */
final class FailedOverDatabase implements Database {

    /** How long nobody takes writes: as long as a good operator needs to notice. */
    private static final Duration INTERREGNUM = Duration.ofSeconds(10);

    private final Path primaryData;
    private final EmbeddedPostgres primary;
    private final EmbeddedPostgres standby;
    private boolean hasFailed;

    FailedOverDatabase(Path root) throws IOException {
        this.primaryData = root.resolve("primary");
        var standbyData = root.resolve("standby");
        Servers.durable(primaryData).start().close();
        copy(primaryData, standbyData);
        Files.createFile(standbyData.resolve("standby.signal"));
        this.primary = Servers.durable(primaryData).setServerConfig("synchronous_standby_names", "*")
            // It will be dead by then, which the hook would complain of.
            .setRegisterShutdownHook(false).start();
        Files.writeString(standbyData.resolve("postgresql.auto.conf"),
            "primary_conninfo = 'host=localhost port=%d user=%s'%n".formatted(primary.getPort(), Servers.USER),
            StandardOpenOption.APPEND);
        this.standby = Servers.durable(standbyData).start();
    }

    private static void copy(Path source, Path target) throws IOException {
        Files.walkFileTree(source, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Files.copy(folder, target.resolve(source.relativize(folder)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(file, target.resolve(source.relativize(file)));
                return FileVisitResult.CONTINUE;
            }
        });
        Servers.keepToOneself(target);
    }

    @Override
    public String url() {
        return "jdbc:postgresql://localhost:%d,localhost:%d/%s?user=%s&targetServerType=primary".formatted(
            primary.getPort(), standby.getPort(), Servers.USER, Servers.USER);
    }

    @Override
    public String trouble() throws IOException, InterruptedException, SQLException {
        var postmaster = Files.readAllLines(primaryData.resolve("postmaster.pid")).getFirst();
        ProcessHandle.of(Long.parseLong(postmaster)).orElseThrow().destroyForcibly();
        hasFailed = true;
        Thread.sleep(INTERREGNUM);
        try (var connection = standby.getPostgresDatabase().getConnection();
            var statement = connection.createStatement();
            var _ = statement.executeQuery("select pg_promote()")) {
            return "primary killed, and its standby has taken over";
        }
    }

    @Override
    public void close() throws IOException {
        standby.close();
        if (!hasFailed) {
            primary.close();
        }
    }
}
