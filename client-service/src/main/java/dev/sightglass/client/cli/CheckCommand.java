package dev.sightglass.client.cli;

import dev.sightglass.client.convert.ConvertConfig;
import dev.sightglass.client.convert.ConverterException;
import dev.sightglass.client.convert.ConverterRegistry;
import dev.sightglass.client.intake.FolderConfig;
import dev.sightglass.client.lifecycle.ConfigurationReading;
import dev.sightglass.client.queue.DataConfig;
import dev.sightglass.client.queue.store.StoreConfig;
import dev.sightglass.client.queue.store.StoreFactory;
import dev.sightglass.client.queue.store.postgresql.PostgresqlConfig;
import dev.sightglass.client.upload.UploadConfig;
import dev.sightglass.client.upload.Verdict;
import dev.sightglass.client.wats.WatsConfig;
import dev.sightglass.client.wats.WatsServer;
import dev.sightglass.metrics.MetricsCollector;
import dev.sightglass.metrics.group.HttpClientMetrics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tries configuration, folders, store and server out, without a start and without a change to any of them. */
@Command(name = "check", description = "Tries configuration, folders, store and server out, before a start or beside a running service. Changes nothing. Exit code 1 when something is wrong, 20 when the configuration is.")
final class CheckCommand implements Callable<Integer> {

    @Option(names = "--config", paramLabel = "FILE", description = "A YAML file with keys under sightglass; default: sightglass.yml if there is one.")
    private @Nullable Path config;

    @Mixin
    private final Output output = new Output();

    /**
     * What was found out.
     *
     * @param subject what was tried
     * @param good whether it will do
     * @param words what was found, and what to do when it will not
     */
    record Finding(String subject, boolean good, String words) {}

    @Override
    public Integer call() throws InterruptedException {
        var findings = new ArrayList<Finding>();
        try (var reading = ConfigurationReading.read(ConfigFile.find(config), Map.of())) {
            findings.add(new Finding("configuration", true, "every key is known and every value within its bounds"));
            findings.addAll(folders(reading));
            findings.add(store(reading));
            findings.add(server(reading));
        }
        output.print(findings.stream().map(CheckCommand::words).collect(Collectors.joining("\n")), findings);
        boolean good = findings.stream().allMatch(Finding::good);
        return (good ? ExitCode.OK : ExitCode.FOUND_WRONG).code();
    }

    private static String words(Finding finding) {
        return "%-5s %s: %s".formatted(finding.good ? "ok" : "WRONG", finding.subject, finding.words);
    }

    private static List<Finding> folders(ConfigurationReading reading) {
        try (var registry = ConverterRegistry.load(reading.get(ConvertConfig.class).folder())) {
            return reading.all(FolderConfig.class).stream().map(folder -> folder(folder, registry)).toList();
        }
    }

    private static Finding folder(FolderConfig folder, ConverterRegistry registry) {
        var path = Objects.requireNonNull(folder.path());
        var subject = "folder " + path;
        try {
            registry.get(Objects.requireNonNull(folder.converter()));
        } catch (ConverterException unknown) {
            return new Finding(subject, false, String.valueOf(unknown.getMessage()));
        }
        if (!Files.isDirectory(path)) {
            var parent = path.toAbsolutePath().getParent();
            return parent != null && Files.isWritable(parent)
                ? new Finding(subject, true, "is not there yet and will be made")
                : new Finding(subject, false, "is not there and cannot be made; make it, mount it or correct the path");
        }
        return Files.isReadable(path) && Files.isWritable(path)
            ? new Finding(subject, true, "can be read and written")
            : new Finding(subject, false, "cannot be read and written; give this user the right to");
    }

    private static Finding store(ConfigurationReading reading) {
        try {
            return new Finding("store", true, StoreFactory.tryOut(reading.get(StoreConfig.class),
                reading.get(DataConfig.class), reading.get(PostgresqlConfig.class)));
        } catch (RuntimeException unusable) {
            return new Finding("store", false, String.valueOf(unusable.getMessage()));
        }
    }

    private static Finding server(ConfigurationReading reading) throws InterruptedException {
        var wats = reading.get(WatsConfig.class);
        try (var server = new WatsServer(wats, new HttpClientMetrics(MetricsCollector.disabled()),
            InstantSource.system())) {
            var outcome = reading.get(UploadConfig.class).table().of(server.version());
            boolean good = outcome.verdict() == Verdict.DELIVERED;
            return new Finding("server " + wats.url(), good, good ? "answers and knows the token"
                : outcome.meaning() + ". Remedy: " + outcome.remedy());
        }
    }
}
