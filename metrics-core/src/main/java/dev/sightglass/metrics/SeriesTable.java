package dev.sightglass.metrics;

import io.prometheus.metrics.model.snapshots.Labels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The series of one metric, by label values, within the bounds of its labels.
 *
 * <p>
 * Past a bound only the offending label becomes {@link LabelBound#OTHER}. A value that has been idle may lose its place
 * to a new one: its series leave the scrape but are kept, so that they continue, and never start again, when the value
 * comes back or somebody who still holds a series updates it.
 */
final class SeriesTable<B extends BoundSeries> {
    private static final int LONGEST_VALUE = 256;

    private final ConcurrentHashMap<LabelValues, B> live = new ConcurrentHashMap<>();
    private final Map<Labels, B> byLabels = new ConcurrentHashMap<>();
    private final Map<LabelValues, Retired<B>> retired = new HashMap<>();
    private final Map<LabelValues, Long> lastActivity = new HashMap<>();
    private final String metric;
    private final List<String> labelNames;
    private final List<LabelSlots> slots;
    private final Function<List<String>, B> factory;
    private final LongSupplier clock;
    private final long idleNanos;
    private volatile long nextSweep;
    private volatile boolean anyRetired;

    private record Retired<B>(B series, long activity) {}

    SeriesTable(String metric, List<String> labelNames, List<LabelSlots> slots, Function<List<String>, B> factory,
        LongSupplier clock, long idleNanos) {
        this.metric = metric;
        this.labelNames = labelNames;
        this.slots = slots;
        this.factory = factory;
        this.clock = clock;
        this.idleNanos = idleNanos;
        this.nextSweep = clock.getAsLong();
    }

    B bind(String... values) {
        B known = live.get(new LabelValues(values));
        return known != null ? known : resolve(values);
    }

    int size() {
        return live.size();
    }

    /** The live series of a point in a scrape, whose labels the client library sorts by name. */
    @Nullable
    B find(Labels labels) {
        return byLabels.get(labels);
    }

    /** Calls back with each live series and its labels. */
    void forEach(BiConsumer<Labels, B> each) {
        byLabels.forEach(each);
    }

    synchronized void reserve(int label, String value) {
        slots.get(label).reserve(value);
    }

    private B resolve(String... values) {
        if (values.length != slots.size()) {
            throw new IllegalArgumentException(
                metric + ": takes " + slots.size() + " label values. Found: " + Arrays.toString(values));
        }
        String[] resolved = values.clone();
        for (int i = 0; i < resolved.length; i++) {
            resolved[i] = resolveLabel(i, values[i]);
        }
        LabelValues key = new LabelValues(resolved);
        B known = live.get(key);
        return known != null ? known : create(key);
    }

    /** A value that is null, which the types forbid and life brings, is past every bound: it must not break its caller. */
    private String resolveLabel(int index, @Nullable String value) {
        LabelSlots label = slots.get(index);
        if (value == null || value.length() > LONGEST_VALUE) {
            label.overflow();
            return LabelBound.OTHER;
        }
        if (label.isAdmitted(value) || (mayAdmit(label) && admit(index, value))) {
            return value;
        }
        label.overflow();
        return LabelBound.OTHER;
    }

    /** Tells without the lock, so that a flood of values past the bound does not queue up for it. */
    private boolean mayAdmit(LabelSlots label) {
        return label.isOpen() && (label.hasPlace() || clock.getAsLong() - nextSweep >= 0);
    }

    private synchronized boolean admit(int index, String value) {
        LabelSlots label = slots.get(index);
        if (label.isAdmitted(value)) {
            return true;
        }
        long now = clock.getAsLong();
        if (!label.hasPlace() && !makePlace(index, now)) {
            return false;
        }
        label.admit(value, now);
        return true;
    }

    /** The lock was not held since the labels were resolved, so a value may have lost its place meanwhile: it gets one. */
    private synchronized B create(LabelValues key) {
        for (int i = 0; i < key.size(); i++) {
            if (!slots.get(i).isAdmitted(key.get(i))) {
                slots.get(i).admit(key.get(i), clock.getAsLong());
            }
        }
        Retired<B> back = retired.remove(key);
        B series = back != null ? back.series() : factory.apply(key.toList());
        B raced = live.putIfAbsent(key, series);
        if (raced != null) {
            return raced;
        }
        byLabels.put(Labels.of(labelNames, key.toList()), series);
        return series;
    }

    /** Called under the lock, at most twice per idle period, so that a flood of new values does not pay for sweeps. */
    private boolean makePlace(int index, long now) {
        if (now - nextSweep < 0) {
            return false;
        }
        sweep(now);
        LabelSlots label = slots.get(index);
        String idle = label.canRetireMore() ? label.retireIdle(now - idleNanos) : null;
        if (idle == null) {
            nextSweep = now + idleNanos / 2;
            return false;
        }
        for (Iterator<Map.Entry<LabelValues, B>> i = live.entrySet().iterator(); i.hasNext();) {
            Map.Entry<LabelValues, B> entry = i.next();
            if (entry.getKey().get(index).equals(idle)) {
                retired.put(entry.getKey(), new Retired<>(entry.getValue(), entry.getValue().activity()));
                i.remove();
                byLabels.remove(Labels.of(labelNames, entry.getKey().toList()));
                lastActivity.remove(entry.getKey());
            }
        }
        anyRetired = true;
        return true;
    }

    private void sweep(long now) {
        live.forEach((key, series) -> {
            long activity = series.activity();
            Long before = lastActivity.put(key, activity);
            // Seen for the first time, it counts as used: how long it was idle before is not known.
            if (before == null || before != activity) {
                for (int i = 0; i < key.size(); i++) {
                    slots.get(i).markUsed(key.get(i), now);
                }
            }
        });
    }

    /** Puts back what was updated through a handle that somebody kept; called before each scrape. */
    void reviveUsed() {
        if (anyRetired) {
            reviveUnderLock();
        }
    }

    private synchronized void reviveUnderLock() {
        List<LabelValues> used = new ArrayList<>();
        retired.forEach((key, entry) -> {
            if (entry.series().activity() != entry.activity()) {
                used.add(key);
            }
        });
        used.forEach(this::create);
        anyRetired = !retired.isEmpty();
    }
}
