package dev.sightglass.benchmarks;

import dev.sightglass.benchmarks.delivery.DeliveryBenchmark;
import dev.sightglass.benchmarks.delivery.OnOff;
import dev.sightglass.benchmarks.recording.RecordingBenchmark;
import dev.sightglass.benchmarks.scrape.ScrapeBenchmark;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** All measurements, one subcommand each. */
@Command(name = "benchmarks", mixinStandardHelpOptions = true, description = "What Sightglass does and costs, measured. The figures are in docs/performance.md.", subcommands = {
    DeliveryBenchmark.class, OnOff.class, RecordingBenchmark.class, ScrapeBenchmark.class})
final class Benchmarks {
    private Benchmarks() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Benchmarks()).execute(arguments));
    }
}
