package dev.sightglass.client.cli;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which reports a command is for. What is given must hold together. */
final class ReportSelection {

    @Parameters(arity = "0..*", paramLabel = "ID", description = "Report ids.")
    private List<String> ids = List.of();

    @Option(names = "--state", paramLabel = "STATE", split = ",", description = "ready, leased, waiting, paused, delivered, dead, cancelled.")
    private List<String> states = List.of();

    @Option(names = "--converter", paramLabel = "NAME", description = "Made by this converter.")
    private @Nullable String converter;

    @Option(names = "--folder", paramLabel = "NAME", description = "From this folder, or http.")
    private @Nullable String folder;

    @Option(names = "--name", paramLabel = "TEXT", description = "From sources whose name contains this.")
    private @Nullable String name;

    @Option(names = "--part-number", paramLabel = "PN", description = "Of this part number.")
    private @Nullable String partNumber;

    @Option(names = "--serial-number", paramLabel = "SN", description = "Of this serial number.")
    private @Nullable String serialNumber;

    @Option(names = "--status", paramLabel = "STATUS", description = "Whose last attempt got this HTTP status.")
    private @Nullable Integer status;

    @Option(names = "--from", paramLabel = "TIME", description = "Queued then or later: 24h, 7d, 2026-03-02T08:15:00Z.")
    private @Nullable String from;

    @Option(names = "--before", paramLabel = "TIME", description = "Queued earlier than that.")
    private @Nullable String before;

    Query query() {
        var query = new Query();
        Stream.concat(ids.stream().map(id -> List.of("id", id)), states.stream().map(state -> List.of("state", state)))
            .forEach(pair -> query.with(pair.getFirst(), pair.getLast()));
        return query.with("converter", converter).with("folder", folder).with("name", name)
            .with("partNumber", partNumber).with("serialNumber", serialNumber).with("status", status)
            .with("from", from).with("before", before);
    }
}
