package dev.sightglass.metrics;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The series of one metric that are read from their source at scrape time. */
final class Callbacks {
    private static final Logger logger = LoggerFactory.getLogger(Callbacks.class);

    /** Takes one value read. */
    @FunctionalInterface
    interface Reader {
        void read(List<String> labelValues, double value);
    }

    /** Asks once, and tells the values of one series, or of several that must agree with each other. */
    @FunctionalInterface
    interface Source {
        void read(Reader reader);
    }

    private record Entry(int series, Source source) {}

    private final Map<List<String>, Entry> sources = new ConcurrentHashMap<>();
    private final Set<List<String>> failing = ConcurrentHashMap.newKeySet();
    private final String metric;
    private final Runnable onFailure;

    Callbacks(String metric, Runnable onFailure) {
        this.metric = metric;
        this.onFailure = onFailure;
    }

    String metric() {
        return metric;
    }

    /** The key is the label values of the series, or what those of several series begin with. */
    Observed add(List<String> key, int series, Source source) {
        Entry entry = new Entry(series, source);
        sources.put(key, entry);
        return () -> sources.remove(key, entry);
    }

    boolean contains(List<String> labelValues) {
        return sources.containsKey(labelValues);
    }

    int size() {
        return sources.values().stream().mapToInt(Entry::series).sum();
    }

    /** Reads all sources; one that throws loses its own series only, is counted, and is logged when it begins to fail. */
    void readAll(Reader reader) {
        sources.forEach((key, entry) -> {
            try {
                entry.source().read(reader);
                failing.remove(key);
            } catch (RuntimeException e) {
                failed(key, e);
            }
        });
    }

    private void failed(List<String> key, RuntimeException e) {
        onFailure.run();
        if (failing.add(key)) {
            logger.warn("{}{}: its source failed, so it is missing from scrapes until the source answers again", metric,
                key, e);
        }
    }
}
