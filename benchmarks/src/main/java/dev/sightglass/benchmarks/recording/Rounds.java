package dev.sightglass.benchmarks.recording;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * What was measured in several rounds, each of which ran every case once. The least of the rounds counts: whatever else the machine does can
 * only make a round slower, and how much garbage the compiler does away with differs from process to process, for everybody alike.
 */
final class Rounds {
    private final Map<Case, List<Measured>> all = new LinkedHashMap<>();

    void add(Case measured, Measured result) {
        all.computeIfAbsent(measured, key -> new ArrayList<>()).add(result);
    }

    List<String> benchmarks() {
        return all.keySet().stream().map(Case::benchmark).distinct().toList();
    }

    boolean has(String benchmark, int threads) {
        return all.containsKey(new Case(benchmark, threads));
    }

    double nanos(String benchmark, int threads) {
        return least(benchmark, threads, Measured::nanos);
    }

    double bytes(String benchmark, int threads) {
        return least(benchmark, threads, Measured::bytes);
    }

    private double least(String benchmark, int threads, ToDoubleFunction<Measured> figure) {
        return all.getOrDefault(new Case(benchmark, threads), List.of()).stream().mapToDouble(figure).min()
            .orElseThrow(() -> new IllegalArgumentException(
                benchmark + " was not measured with " + threads + " threads"));
    }
}
