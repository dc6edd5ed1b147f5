package dev.sightglass.client.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightglass.client.cli.ServiceClient.NotRunningException;
import dev.sightglass.client.cli.ServiceClient.Reply;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** An act on reports of the queue. */
abstract class QueueActCommand implements Callable<Integer> {

    @Mixin
    private final ReportSelection selection = new ReportSelection();

    @Option(names = "--all", description = "All reports that the act can be done on; without it, say which.")
    private boolean all;

    @Mixin
    final ServiceClient service = new ServiceClient();

    @Mixin
    private final Output output = new Output();

    /** Sends the act with the query of whom it is for. */
    abstract Reply act(Query query) throws InterruptedException, NotRunningException;

    @Override
    public Integer call() throws Exception {
        return output.printReply(act(selection.query().with("all", all ? true : null)), QueueActCommand::words);
    }

    private static String words(JsonNode result) {
        return "Act %d: %d reports changed, %d left as they were.".formatted(result.path("act").asLong(),
            result.path("changed").asLong(), result.path("left").asLong());
    }

    /** Sends reports on their way again. */
    @Command(name = "retry", description = "Sends dead, waiting, held and discarded reports on their way again.")
    static final class Retry extends QueueActCommand {

        @Option(names = "--per-second", paramLabel = "N", description = "How many become due each second; default: all at once.")
        private @Nullable Integer perSecond;

        @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for the journal.")
        private @Nullable String reason;

        @Override
        Reply act(Query query) throws InterruptedException, NotRunningException {
            return service.post("/api/v1/reports/retry" + query.with("perSecond", perSecond).with("reason", reason));
        }
    }

    /** Gives reports up. */
    @Command(name = "discard", description = "Gives reports up that are not delivered. Retry takes it back until the history is pruned.")
    static final class Discard extends QueueActCommand {

        @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why, for the journal.")
        private String reason = "";

        @Override
        Reply act(Query query) throws InterruptedException, NotRunningException {
            return service.delete("/api/v1/reports" + query.with("reason", reason));
        }
    }

    /** Holds reports back. */
    @Command(name = "hold", description = "Holds ready and waiting reports back.")
    static final class Hold extends QueueActCommand {

        @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for the journal.")
        private @Nullable String reason;

        @Override
        Reply act(Query query) throws InterruptedException, NotRunningException {
            return service.post("/api/v1/reports/hold" + query.with("reason", reason));
        }
    }

    /** Lets reports go that were held back. */
    @Command(name = "release", description = "Lets reports go that were held back.")
    static final class Release extends QueueActCommand {

        @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for the journal.")
        private @Nullable String reason;

        @Override
        Reply act(Query query) throws InterruptedException, NotRunningException {
            return service.post("/api/v1/reports/release" + query.with("reason", reason));
        }
    }
}
