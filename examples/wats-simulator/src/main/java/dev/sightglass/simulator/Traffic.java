package dev.sightglass.simulator;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** Counts of what was asked and answered. */
final class Traffic {

    private final ConcurrentMap<String, LongAdder> requests = new ConcurrentHashMap<>();
    private final ConcurrentMap<Integer, LongAdder> answers = new ConcurrentHashMap<>();
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicInteger peak = new AtomicInteger();

    void begin(String route) {
        requests.computeIfAbsent(route, _ -> new LongAdder()).increment();
        var now = inFlight.incrementAndGet();
        if (now > peak.get()) {
            peak.accumulateAndGet(now, Math::max);
        }
    }

    void end() {
        inFlight.decrementAndGet();
    }

    void answered(int status) {
        answers.computeIfAbsent(status, _ -> new LongAdder()).increment();
    }

    Map<String, Long> requests() {
        return sums(requests);
    }

    Map<Integer, Long> answers() {
        return sums(answers);
    }

    int inFlight() {
        return inFlight.get();
    }

    int peakInFlight() {
        return peak.get();
    }

    void clear() {
        requests.clear();
        answers.clear();
        peak.set(inFlight.get());
    }

    private static <K> Map<K, Long> sums(ConcurrentMap<K, LongAdder> counts) {
        var sums = new TreeMap<K, Long>();
        counts.forEach((key, count) -> sums.put(key, count.sum()));
        return sums;
    }
}
