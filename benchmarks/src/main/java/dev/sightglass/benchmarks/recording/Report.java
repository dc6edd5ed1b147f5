package dev.sightglass.benchmarks.recording;

import java.io.PrintStream;
import java.util.List;

/** Prints what was measured, and holds it against the bars. */
final class Report {
    private static final double ONE_PERCENT = 0.01;
    private static final double NANOS_PER_MICRO = 1000;
    private static final List<String> OURS = List.of("Counters.sightglass", "Counters.sightglassLookUp",
        "TimedCalls.sightglassClassic", "TimedCalls.sightglassNative", "TimedCalls.sightglassBoth",
        "TrackedCalls.sightglassProxy", "TrackedCalls.sightglassAdvice", "TrackedCalls.sightglassHttpExchange");

    private final Rounds rounds;
    private final List<Integer> threads;
    private final PrintStream out;

    Report(Rounds rounds, List<Integer> threads, PrintStream out) {
        this.rounds = rounds;
        this.threads = threads;
        this.out = out;
    }

    void figures() {
        out.printf(
            "%nOne call on one thread: ns (bytes allocated); with one thread the least of the rounds, with more the middle one%n");
        out.printf("%-40s", "threads");
        threads.forEach(number -> out.printf("%18d", number));
        out.println();
        for (var benchmark : rounds.benchmarks()) {
            out.printf("%-40s", benchmark);
            for (int number : threads) {
                out.printf("%18s", "%.1f (%.0f)".formatted(rounds.nanos(benchmark, number),
                    Math.abs(rounds.bytes(benchmark, number))));
            }
            out.println();
        }
    }

    /** The one percent, with its denominator: what an operation must take at least for our cost to stay below. */
    void budget() {
        out.printf("%nThe shortest operation of which recording stays under 1 %%, in microseconds%n");
        for (var benchmark : OURS) {
            if (threads.stream().allMatch(number -> rounds.has(benchmark, number))) {
                out.printf("%-40s", benchmark);
                threads.forEach(number -> out.printf("%18.2f",
                    rounds.nanos(benchmark, number) / ONE_PERCENT / NANOS_PER_MICRO));
                out.println();
            }
        }
    }

    /** Prints each bar at each number of threads, and tells whether all hold. */
    boolean bars() {
        boolean all = true;
        out.printf("%n%-62s %7s %10s %8s%n", "Bar", "threads", "found", "at most");
        for (var bar : Bar.ALL) {
            for (int number : threads) {
                if (bar.wasMeasured(rounds, number)) {
                    double found = bar.figure().of(rounds, number);
                    boolean holds = found <= bar.limit();
                    all &= holds;
                    out.printf("%-62s %7d %7.2f %-2s %5.2f %-2s %s%n", bar.what(), number, found, bar.unit(),
                        bar.limit(),
                        bar.unit(), holds ? "holds" : "MISSED");
                }
            }
        }
        return all;
    }
}
