package dev.sightglass.benchmarks.recording;

import java.util.List;
import java.util.concurrent.Callable;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Runs the JMH benchmarks of this package with the profiler of allocations, every case once in each round and in a process of its own, and
 * holds the ratios against the bars.
 */
@Command(name = "recording", mixinStandardHelpOptions = true, exitCodeOnExecutionException = 2, description = "What one update of a metric costs, beside client_java, Micrometer, OpenTelemetry and Dropwizard. "
    + "Exit code 1 if a bar is missed.")
public final class RecordingBenchmark implements Callable<Integer> {
    private static final String PACKAGE = RecordingBenchmark.class.getPackageName() + ".";
    private static final String ALLOCATED = "gc.alloc.rate.norm";
    /** Whoever needs code compiled waits for it: with more threads than processors the compiler would not get its turn. */
    private static final String COMPILE_FIRST = "-Xbatch";

    /** Every allocation that the code says is made, whether or not the compiler would find a way around it in this process. */
    private static final String ALLOCATE_ALL = "-XX:-DoEscapeAnalysis";

    @Option(names = "--threads", split = ",", description = "Threads on one series; default: ${DEFAULT-VALUE}.")
    private List<Integer> threads = List.of(1, 2, 4);

    @Option(names = "--rounds", description = "How often each case is run; default: ${DEFAULT-VALUE}.")
    private int rounds = 3;

    @Option(names = "--iterations", description = "Measured iterations in each run, after half as many to warm up; default: ${DEFAULT-VALUE}.")
    private int iterations = 4;

    @Option(names = "--millis", description = "How long an iteration is; default: ${DEFAULT-VALUE}.")
    private int millis = 250;

    @Option(names = "--only", description = "A regular expression of benchmarks to run; default: all.")
    private String only = ".*";

    @Override
    public Integer call() throws RunnerException {
        System.out.printf("%d processors, Java %s; %d rounds of %d x %d ms%n",
            Runtime.getRuntime().availableProcessors(), Runtime.version(), rounds, iterations, millis);
        var measured = new Rounds();
        for (int round = 1; round <= rounds; round++) {
            for (int number : threads) {
                for (var benchmark : benchmarks()) {
                    var result = run(benchmark, number);
                    measured.add(new Case(benchmark, number), result);
                    System.out.printf("round %d, %d threads: %-40s %8.1f ns %6.0f B%n", round, number, benchmark,
                        result.nanos(), Math.abs(result.bytes()));
                }
            }
        }
        for (var benchmark : Bar.comparedInBytes()) {
            if (measured.benchmarks().contains(benchmark)) {
                measured.wrote(benchmark, run(benchmark, 1, ALLOCATE_ALL).bytes());
            }
        }
        var report = new Report(measured, threads, System.out);
        report.figures();
        report.budget();
        return report.bars() ? 0 : 1;
    }

    List<String> benchmarks() {
        return BenchmarkList.defaultList()
            .find(OutputFormatFactory.createFormatInstance(System.out, VerboseMode.SILENT),
                List.of("^" + PACKAGE.replace(".", "\\.") + "(" + only + ")"), List.of())
            .stream().map(BenchmarkListEntry::getUsername).map(name -> name.substring(PACKAGE.length())).toList();
    }

    private Measured run(String benchmark, int number, String... more) throws RunnerException {
        var options = new OptionsBuilder().include("^" + (PACKAGE + benchmark).replace(".", "\\.") + "$")
            .threads(number).forks(1).jvmArgs("-Xmx256m", "-XX:+UseSerialGC", COMPILE_FIRST)
            .jvmArgsAppend(more)
            .warmupIterations(Math.max(1, iterations / 2)).warmupTime(TimeValue.milliseconds(millis))
            .measurementIterations(iterations).measurementTime(TimeValue.milliseconds(millis))
            .addProfiler(GCProfiler.class).verbosity(VerboseMode.SILENT).shouldFailOnError(true).build();
        var result = new Runner(options).runSingle();
        var allocated = result.getSecondaryResults().get(ALLOCATED);
        return new Measured(result.getPrimaryResult().getStatistics().getMin(),
            allocated == null ? Double.NaN : allocated.getScore());
    }
}
