package dev.sightglass.client.cli;

import picocli.CommandLine.Command;

/** Looks at the queue of a running service and acts on it. */
@Command(name = "queue", description = "Looks at the queue of a running service, and acts on it. Every act is in the journal.", synopsisSubcommandLabel = "COMMAND", subcommands = {
    QueueListCommand.class, QueueShowCommand.class, QueueExportCommand.class, QueueActCommand.Retry.class,
    QueueActCommand.Discard.class, QueueActCommand.Hold.class, QueueActCommand.Release.class,
    DestinationCommand.Pause.class, DestinationCommand.Resume.class, QueueJournalCommand.class})
final class QueueCommand {

    private QueueCommand() {}
}
