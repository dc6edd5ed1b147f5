package dev.sightglass.client.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightglass.client.convert.ConverterRegistry;
import dev.sightglass.client.report.Completion;
import dev.sightglass.client.report.ReportCompleter;
import dev.sightglass.client.report.StationConfig;
import dev.sightglass.converter.Arguments;
import dev.sightglass.converter.ConversionContext;
import dev.sightglass.converter.ConversionResult;
import dev.sightglass.converter.InvalidSourceException;
import dev.sightglass.converter.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Hands a file to a running service, or shows what a converter makes of it. */
@Command(name = "convert", description = "Hands a file to a running service, or with --dry-run shows what a converter makes of it.")
final class ConvertCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "The file.")
    private Path file = Path.of(".");

    @Option(names = "--converter", paramLabel = "NAME", required = true, description = "The converter's name.")
    private String name = "";

    @Option(names = "--argument", paramLabel = "KEY=VALUE", description = "An argument of the converter; may be given several times.")
    private Map<String, String> arguments = Map.of();

    @Option(names = "--converters", paramLabel = "FOLDER", description = "The folder of converter jars; default: ${DEFAULT-VALUE}.", defaultValue = "converters")
    private Path folder = Path.of("converters");

    @Option(names = "--dry-run", description = "Convert here and print the reports; nothing is queued or sent.")
    private boolean dryRun;

    @Mixin
    private final ServiceClient service = new ServiceClient();

    @Mixin
    private final Output output = new Output();

    /**
     * What came of one conversion.
     *
     * @param confidence the converter's own
     * @param reason for that confidence
     * @param reports as they would be queued
     * @param problems why there are no more
     */
    record Converted(double confidence, String reason, List<String> reports, List<String> problems) {}

    @Override
    public Integer call() throws Exception {
        return dryRun ? show() : send();
    }

    private int send() throws Exception {
        var source = read();
        var query = new Query().with("converter", name).with("filename", source.filename());
        return output.printReply(service.post("/api/v1/files" + query, source.bytes()), JsonNode::toPrettyString);
    }

    private int show() throws Exception {
        var converted = convert();
        var words = new ArrayList<String>();
        words.add("confidence %.2f: %s".formatted(converted.confidence, converted.reason));
        words.addAll(converted.reports);
        converted.problems.forEach(problem -> words.add("refused: " + problem));
        output.print(String.join("\n", words), converted);
        return (converted.problems.isEmpty() ? ExitCode.OK : ExitCode.FOUND_WRONG).code();
    }

    private Converted convert() throws Exception {
        try (var registry = ConverterRegistry.load(folder)) {
            var converter = registry.get(name);
            var given = Arguments.read(converter.arguments(), arguments);
            var source = read();
            var confidence = converter.probe(source, given);
            var reports = new ArrayList<String>();
            var problems = new ArrayList<String>();
            try {
                collect(converter.convert(source, new Offline(given)), source, reports, problems);
            } catch (InvalidSourceException invalid) {
                problems.add(Objects.toString(invalid.getMessage()));
            }
            return new Converted(confidence.value(), confidence.reason(), reports, problems);
        }
    }

    private Source read() throws IOException {
        if (!Files.isReadable(file)) {
            throw new IllegalArgumentException("FILE: must be a readable file. Found: " + file);
        }
        return new Source(String.valueOf(file.getFileName()), Files.readAllBytes(file),
            Files.getLastModifiedTime(file).toInstant());
    }

    private static void collect(ConversionResult result, Source source, List<String> reports, List<String> problems) {
        switch (result) {
            case ConversionResult.Converted(var made) -> {
                var completer = new ReportCompleter(new StationConfig("station", "Unspecified", "Production"));
                for (var report : made) {
                    switch (completer.complete(report, source.modified())) {
                        case Completion.Complete(var complete) ->
                            reports.add(new String(complete.json(), StandardCharsets.UTF_8));
                        case Completion.Invalid(var faults) -> faults.forEach(fault -> problems.add(fault.toString()));
                    }
                }
            }
            case ConversionResult.Rejected(var reason) -> problems.add(reason);
            case ConversionResult.Skipped(var reason) -> problems.add("skipped: " + reason);
            case ConversionResult.Suspended(var reason, var retryAfter) ->
                problems.add("suspended for " + retryAfter + ": " + reason);
        }
    }

    /** A conversion away from the service: the server is not asked. */
    private record Offline(Arguments arguments) implements ConversionContext {

        @Override
        public OptionalInt processCode(String operationName) {
            return OptionalInt.empty();
        }
    }
}
