package dev.sightglass.benchmarks.recording;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/**
 * What was measured in several rounds, each of which ran every case once and in a process of its own. With one thread the least of the rounds
 * counts: whatever else the machine does can only make a round slower. With several the middle one does: threads that meet on a counter's cells
 * meet on others in each process, and the least would only tell which case was luckier.
 *
 * <p>How much garbage the compiler does away with differs from process to process too, for everybody alike. So two libraries are compared by what
 * their code allocates when it does away with none.
 */
final class Rounds {
    private final Map<Case, List<Measured>> all = new LinkedHashMap<>();
    private final Map<String, Double> written = new HashMap<>();

    void add(Case measured, Measured result) {
        all.computeIfAbsent(measured, key -> new ArrayList<>()).add(result);
    }

    /** What a call allocates by its code. */
    void wrote(String benchmark, double bytes) {
        written.put(benchmark, bytes);
    }

    double written(String benchmark) {
        return Objects.requireNonNull(written.get(benchmark), benchmark);
    }

    List<String> benchmarks() {
        return all.keySet().stream().map(Case::benchmark).distinct().toList();
    }

    boolean has(String benchmark, int threads) {
        return all.containsKey(new Case(benchmark, threads));
    }

    double nanos(String benchmark, int threads) {
        return threads == 1 ? least(benchmark, threads, Measured::nanos) : middle(benchmark, threads);
    }

    double bytes(String benchmark, int threads) {
        return least(benchmark, threads, Measured::bytes);
    }

    private double least(String benchmark, int threads, ToDoubleFunction<Measured> figure) {
        return of(benchmark, threads).stream().mapToDouble(figure).min().orElseThrow();
    }

    private double middle(String benchmark, int threads) {
        var sorted = of(benchmark, threads).stream().mapToDouble(Measured::nanos).sorted().toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    private List<Measured> of(String benchmark, int threads) {
        var rounds = all.get(new Case(benchmark, threads));
        if (rounds == null) {
            throw new IllegalArgumentException(benchmark + " was not measured with " + threads + " threads");
        }
        return rounds;
    }
}
