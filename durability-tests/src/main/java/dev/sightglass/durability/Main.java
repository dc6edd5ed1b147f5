package dev.sightglass.durability;

import dev.sightglass.durability.crash.CrashStormCommand;
import dev.sightglass.durability.disk.DiskFullCommand;
import dev.sightglass.durability.limits.FullQueueCommand;
import dev.sightglass.durability.outage.OutageCommand;
import dev.sightglass.durability.power.PowerCutCommand;
import dev.sightglass.durability.replica.ReplicasCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The long forms, each a command of its own. */
@Command(name = "durability-tests", mixinStandardHelpOptions = true, subcommands = {CrashStormCommand.class,
    PowerCutCommand.class, DiskFullCommand.class, OutageCommand.class,
    FullQueueCommand.class,
    ReplicasCommand.class}, description = "Breaks the service in every way we know and counts what is left.", footer = {
        "", "Exit codes: 0 nothing is lost, 1 something is, 2 wrong command line."})
final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main()).execute(arguments));
    }
}
