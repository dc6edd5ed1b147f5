package dev.sightglass.client.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/** The command {@code sightglass}. */
@Command(name = "sightglass", description = "Takes test reports from drop folders to a WATS server, and shows every step.", mixinStandardHelpOptions = true, versionProvider = Build.class, scope = ScopeType.INHERIT, synopsisSubcommandLabel = "COMMAND", subcommands = {
    RunCommand.class, CheckCommand.class, ConvertCommand.class, QueueCommand.class, ExplainCommand.class,
    AuditCommand.class,
    StatusCommand.class, VersionCommand.class}, footer = {
        "",
        "Two more are the launcher's own: demo and simulator; see ./sightglass demo --help.",
        "Exit codes: 0 well, 1 something wrong was found, 2 wrong command line, 20 wrong configuration, 30 cannot start,",
        "32 the service does not answer."})
public final class Main {

    private Main() {}

    /**
     * Runs one command.
     *
     * @param arguments the command line
     */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main()).setCaseInsensitiveEnumValuesAllowed(true)
            .setExecutionExceptionHandler((failed, commandLine, _) -> StartFailure.report(failed, commandLine));
    }
}
