package dev.sightglass.client.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightglass.client.lifecycle.ConfigurationReading;
import dev.sightglass.client.upload.Outcome;
import dev.sightglass.client.upload.Outcomes;
import dev.sightglass.client.upload.UploadConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Explains what an answer of the server means, or why a file is where it is. */
@Command(name = "explain", description = "Explains what an answer of the WATS server means for a report and what to do about it, or why a file is where it is.")
final class ExplainCommand implements Callable<Integer> {

    private static final Pattern PATH = Pattern.compile(".*[/\\\\.].*");

    @Parameters(arity = "0..1", paramLabel = "STATUS|FILE", description = "An HTTP status, or connect, dns, tls, timeout, half-open, reset, protocol; or the path of a dropped file, about which a running service is asked. Without either, the whole table.")
    private @Nullable String subject;

    @Mixin
    private final ServiceClient service = new ServiceClient();

    @Option(names = "--config", paramLabel = "FILE", description = "A YAML file with keys under sightglass; default: sightglass.yml if there is one.")
    private @Nullable Path config;

    @Mixin
    private final Output output = new Output();

    @Override
    public Integer call() throws Exception {
        if (subject != null && PATH.matcher(subject).matches()) {
            var file = Path.of(subject).toAbsolutePath().normalize();
            var reply = service.get("/api/v1/explain" + new Query().with("file", file));
            return output.printReply(reply, ExplainCommand::words);
        }
        var outcomes = outcomes();
        var rows = subject == null ? outcomes.table() : List.of(outcomes.of(subject));
        output.print(rows.stream().map(ExplainCommand::words).collect(Collectors.joining("\n")), rows);
        return ExitCode.OK.code();
    }

    private static String words(JsonNode explanation) {
        var before = QueueShowCommand.words(explanation.path("journeys"));
        return "now: " + explanation.path("now").asText() + (before.isEmpty() ? "" : "\n" + before);
    }

    private Outcomes outcomes() {
        try (var reading = ConfigurationReading.ofParts(ConfigFile.find(config))) {
            return reading.get(UploadConfig.class).table();
        }
    }

    private static String words(Outcome row) {
        return "%-8s %-10s %s. Remedy: %s.".formatted(row.answer(), row.verdict().name().toLowerCase(Locale.ROOT),
            row.meaning(), row.remedy());
    }
}
