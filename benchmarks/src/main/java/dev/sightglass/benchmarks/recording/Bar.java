package dev.sightglass.benchmarks.recording;

import java.util.List;

/**
 * Something that must hold, as a number that may not exceed a limit.
 *
 * @param what the bar in words
 * @param unit what the number is: a ratio, nanoseconds, bytes
 * @param limit the most that it may be
 * @param needs the benchmarks that it is calculated from
 * @param figure the number
 */
record Bar(String what, String unit, double limit, List<String> needs, Figure figure) {
    private static final String RATIO = "x";
    private static final String BYTES = "B";
    private static final double COUNTER = 1.3;
    private static final double TIMED = 1.25;
    private static final double ADVICE = 2;
    private static final double DISABLED_NANOS = 1;
    /** The profiler divides what other threads of the machine allocate by the calls, so it never says exactly 0. */
    private static final double NO_BYTES = 0.5;

    /** All bars, as they are agreed on. */
    static final List<Bar> ALL = List.of(
        ratio("bound counter / client_java's", COUNTER, "Counters.sightglass", "Counters.clientJava"),
        timed("Classic"), timed("Native"), timed("Both"),
        ratio("timed call, classic / Micrometer Timer with SLO buckets", 1, "TimedCalls.sightglassClassic",
            "TimedCalls.micrometerSlo"),
        ratio("timed call, classic and native / the same", 1, "TimedCalls.sightglassBoth", "TimedCalls.micrometerSlo"),
        ratio("Micronaut advice / timed call", ADVICE, "TrackedCalls.sightglassAdvice", "TimedCalls.sightglassBoth"),
        bytes("bytes of a count beyond client_java's", "Counters.sightglass", "Counters.clientJava"),
        timedBytes("Classic"), timedBytes("Native"), timedBytes("Both"),
        disabled("disabled count beyond no call", "Counters.sightglassDisabled"),
        disabled("disabled timed call beyond no call", "TimedCalls.sightglassDisabled"));

    /** Calculates a number from what was measured with so many threads. */
    @FunctionalInterface
    interface Figure {
        double of(Rounds rounds, int threads);
    }

    /** The benchmarks of which is asked how much their code allocates. */
    static List<String> comparedInBytes() {
        return ALL.stream().filter(bar -> bar.unit.equals(BYTES)).flatMap(bar -> bar.needs.stream()).distinct()
            .toList();
    }

    private static Bar timed(String mode) {
        return ratio("timed call, " + words(mode) + " / two clock reads and client_java's", TIMED,
            "TimedCalls.sightglass" + mode, "TimedCalls.clientJava" + mode);
    }

    private static Bar timedBytes(String mode) {
        return bytes("bytes of a timed call, " + words(mode) + ", beyond client_java's", "TimedCalls.sightglass" + mode,
            "TimedCalls.clientJava" + mode);
    }

    private static String words(String mode) {
        return switch (mode) {
            case "Classic" -> "classic";
            case "Native" -> "native";
            default -> "classic and native";
        };
    }

    private static Bar ratio(String what, double limit, String ours, String reference) {
        return new Bar(what, RATIO, limit, List.of(ours, reference),
            (rounds, threads) -> rounds.nanos(ours, threads) / rounds.nanos(reference, threads));
    }

    private static Bar bytes(String what, String ours, String reference) {
        return new Bar(what, BYTES, NO_BYTES, List.of(ours, reference),
            (rounds, _) -> rounds.written(ours) - rounds.written(reference));
    }

    private static Bar disabled(String what, String ours) {
        String nothing = "Floor.nothing";
        return new Bar(what, "ns", DISABLED_NANOS, List.of(ours, nothing),
            (rounds, threads) -> rounds.nanos(ours, threads) - rounds.nanos(nothing, threads));
    }

    boolean wasMeasured(Rounds rounds, int threads) {
        return needs.stream().allMatch(benchmark -> rounds.has(benchmark, threads));
    }
}
