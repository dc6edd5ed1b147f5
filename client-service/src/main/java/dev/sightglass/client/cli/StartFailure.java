package dev.sightglass.client.cli;

import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/** Says in one line why a command could not do its work. The stack trace is for those who ask for debug logs. */
final class StartFailure {

    private static final Logger logger = LoggerFactory.getLogger(StartFailure.class);

    private StartFailure() {}

    static int report(Exception failed, CommandLine commandLine) {
        if (failed instanceof ServiceClient.NotRunningException) {
            commandLine.getErr().println("sightglass: " + failed.getMessage());
            return ExitCode.NOT_RUNNING.code();
        }
        logger.debug("{} failed", commandLine.getCommandName(), failed);
        var root = Stream.<Throwable>iterate(failed, cause -> cause != null, Throwable::getCause).reduce(failed,
            (_, deeper) -> deeper);
        var message = root.getMessage() == null ? root.toString() : root.getMessage();
        commandLine.getErr().println("sightglass: cannot " + commandLine.getCommandName() + ": " + message);
        boolean configuration = root instanceof IllegalArgumentException || message.startsWith("sightglass.");
        return (configuration ? ExitCode.CONFIGURATION : ExitCode.START).code();
    }
}
