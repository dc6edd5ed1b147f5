package dev.sightglass.metrics;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleSupplier;
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

    private final Map<List<String>, DoubleSupplier> sources = new ConcurrentHashMap<>();
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

    Observed add(List<String> labelValues, DoubleSupplier source) {
        sources.put(labelValues, source);
        return () -> sources.remove(labelValues, source);
    }

    boolean contains(List<String> labelValues) {
        return sources.containsKey(labelValues);
    }

    int size() {
        return sources.size();
    }

    /** Reads all sources; one that throws loses its own series only, is counted, and is logged when it begins to fail. */
    void readAll(Reader reader) {
        sources.forEach((labelValues, source) -> {
            double value;
            try {
                value = source.getAsDouble();
                failing.remove(labelValues);
            } catch (RuntimeException e) {
                failed(labelValues, e);
                return;
            }
            reader.read(labelValues, value);
        });
    }

    private void failed(List<String> labelValues, RuntimeException e) {
        onFailure.run();
        if (failing.add(labelValues)) {
            logger.warn("{}{}: its source failed, so it is missing from scrapes until the source answers again", metric,
                labelValues, e);
        }
    }
}
