package dev.sightglass.client.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the body of a report, as it goes out. */
@Command(name = "export", description = "Writes the body of a report that is not delivered yet, as it goes out.")
final class QueueExportCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ID", description = "The report's id.")
    private String id = "";

    @Option(names = "--out", paramLabel = "FILE", description = "Where to; a file that is there is not overwritten. Default: standard output.")
    private @Nullable Path file;

    @Mixin
    private final ServiceClient service = new ServiceClient();

    @Mixin
    private final Output output = new Output();

    @Override
    public Integer call() throws Exception {
        var reply = service.get("/api/v1/reports/" + Query.encoded(id) + "/body");
        if (file == null || !reply.isGood()) {
            return output.printReply(reply, _ -> reply.text());
        }
        if (Files.exists(file)) {
            throw new IllegalArgumentException("--out: must not be there yet. Found: " + file);
        }
        Files.writeString(file, reply.text());
        return ExitCode.OK.code();
    }
}
