package dev.sightglass.client.cli;

import dev.sightglass.client.upload.Outcome;
import dev.sightglass.client.upload.Outcomes;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Explains what an answer of the server means for a report. */
@Command(name = "explain", description = "Explains what an answer of the WATS server means for a report, and what to do about it.")
final class ExplainCommand implements Callable<Integer> {

    @Parameters(arity = "0..1", paramLabel = "STATUS", description = "An HTTP status, or connect, dns, tls, timeout, reset; without one, the whole table.")
    private @Nullable String answer;

    @Mixin
    private final Output output = new Output();

    @Override
    public Integer call() {
        var rows = answer == null ? Outcomes.table() : List.of(Outcomes.of(answer));
        output.print(rows.stream().map(ExplainCommand::words).collect(Collectors.joining("\n")), rows);
        return ExitCode.OK.code();
    }

    private static String words(Outcome row) {
        return "%-8s %-10s %s. Remedy: %s.".formatted(row.answer(), row.verdict().name().toLowerCase(Locale.ROOT),
            row.meaning(),
            row.remedy());
    }
}
