package dev.sightglass.client.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Stops all uploads and lets them go on. */
abstract class DestinationCommand implements Callable<Integer> {

    @Mixin
    private final ServiceClient service = new ServiceClient();

    @Mixin
    private final Output output = new Output();

    final int send(String act, @Nullable String reason, String done) throws Exception {
        var reply = service.post("/api/v1/destination/" + act + new Query().with("reason", reason));
        return output.printReply(reply, _ -> done);
    }

    /** Stops all uploads. */
    @Command(name = "pause", description = "Stops all uploads until resume, across restarts; files are still taken.")
    static final class Pause extends DestinationCommand {

        @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why, for the journal.")
        private String reason = "";

        @Override
        public Integer call() throws Exception {
            return send("pause", reason, "Uploads are stopped; those under way finish.");
        }
    }

    /** Lets uploads go on. */
    @Command(name = "resume", description = "Lets uploads go on.")
    static final class Resume extends DestinationCommand {

        @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for the journal.")
        private @Nullable String reason;

        @Override
        public Integer call() throws Exception {
            return send("resume", reason, "Uploads go on.");
        }
    }
}
