package dev.sightglass.metrics;

import dev.sightglass.metrics.exposition.Format;
import dev.sightglass.metrics.exposition.NameFilter;
import dev.sightglass.metrics.exposition.Scrape;
import dev.sightglass.metrics.exposition.ScrapeAnswer;
import dev.sightglass.metrics.exposition.ScrapeRequest;
import dev.sightglass.metrics.track.TrackingProxy;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.Labels;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;

/**
 * Where a program's metrics live: it registers declarations, hands out metrics, and writes scrapes. One per program is
 * usual. It starts no thread, opens no port and touches no global state. Safe for any number of threads.
 *
 * @since 0.1.0
 */
public final class MetricsCollector {
    private static final int EXPECTED_SCRAPE_BYTES = 65_536;

    private final PrometheusRegistry registry;
    private final String namespace;
    private final boolean enabled;
    private final MetricFactory factory;
    private final Map<String, Entry> entries = new ConcurrentHashMap<>();
    private final SelfMetrics self;

    private record Entry(MetricDeclaration declaration, Object metric) {}

    MetricsCollector(MetricsCollectorBuilder builder) {
        this.registry = builder.enabled ? builder.registry : new PrometheusRegistry();
        this.namespace = builder.namespace;
        this.enabled = builder.enabled;
        this.factory = new MetricFactory(registry, namespace, enabled, builder);
        this.self = new SelfMetrics(this);
        factory.reportTo(self);
    }

    /**
     * A collector over a registry of its own, with the namespace {@code sightglass}.
     *
     * @return a new, enabled collector
     */
    public static MetricsCollector create() {
        return builder().build();
    }

    /**
     * A collector over a registry that others use too, such as Micrometer's.
     *
     * @param registry the registry to register with
     * @return a new, enabled collector
     */
    public static MetricsCollector over(PrometheusRegistry registry) {
        return builder().registry(registry).build();
    }

    /**
     * A collector that records nothing: every update returns at once. Series that are read from callbacks stay readable,
     * because nobody pays for them before they are asked; so the JSON summary still tells the depth of a queue.
     *
     * @return a new, disabled collector
     */
    public static MetricsCollector disabled() {
        return builder().enabled(false).build();
    }

    /**
     * For everything that the short forms leave at its default.
     *
     * @return a new builder
     */
    public static MetricsCollectorBuilder builder() {
        return new MetricsCollectorBuilder();
    }

    /**
     * Whether updates are recorded.
     *
     * @return false for a disabled collector
     */
    public boolean isEnabled() {
        return enabled;
    }

    /**
     * The registry that holds the metrics.
     *
     * @return the registry; of a disabled collector, one that nobody else knows
     */
    public PrometheusRegistry registry() {
        return registry;
    }

    /**
     * The word before every metric's name.
     *
     * @return the namespace, without underscore
     */
    public String namespace() {
        return namespace;
    }

    /**
     * Registers a counter, or finds it if the same declaration was registered before.
     *
     * @param declaration the declaration
     * @return the counter, the same for equal declarations
     * @throws MetricConflictException if the name is taken by something else; the message says how they differ
     */
    public CounterMetric counter(CounterDeclaration declaration) {
        return register(declaration, CounterMetric.class, () -> new CounterMetric(factory.counter(declaration)));
    }

    /**
     * Registers a gauge, or finds it if the same declaration was registered before.
     *
     * @param declaration the declaration
     * @return the gauge, the same for equal declarations
     * @throws MetricConflictException if the name is taken by something else; the message says how they differ
     */
    public GaugeMetric gauge(GaugeDeclaration declaration) {
        return register(declaration, GaugeMetric.class, () -> new GaugeMetric(factory.gauge(declaration)));
    }

    /**
     * Registers a histogram, or finds it if the same declaration was registered before.
     *
     * @param declaration the declaration
     * @return the histogram, the same for equal declarations
     * @throws MetricConflictException if the name is taken by something else; the message says how they differ
     */
    public HistogramMetric histogram(HistogramDeclaration declaration) {
        return register(declaration, HistogramMetric.class,
            () -> new HistogramMetric(factory.histogram(declaration)));
    }

    /**
     * Registers a state set, or finds it if the same declaration was registered before.
     *
     * @param declaration the declaration
     * @param states the enum that its state label is bound by
     * @param <S> the enum
     * @return the state set
     * @throws MetricConflictException if the name is taken by something else; the message says how they differ
     */
    public <S extends Enum<S>> StateSetMetric<S> stateSet(StateSetDeclaration declaration, Class<S> states) {
        GaugeMetric gauge = register(declaration, GaugeMetric.class,
            () -> new GaugeMetric(factory.stateSet(declaration)));
        return new StateSetMetric<>(gauge.registration(), states);
    }

    /**
     * Registers an info with its facts. Registering it again with other facts changes nothing: the first facts stand.
     *
     * @param declaration the declaration
     * @param facts one value for each label
     * @throws MetricConflictException if the name is taken by something else; the message says how they differ
     */
    public void info(InfoDeclaration declaration, String... facts) {
        register(declaration, Labels.class, () -> factory.info(declaration, facts));
    }

    /**
     * Puts a measuring object before another one: methods annotated with
     * {@link dev.sightglass.metrics.track.TrackRequestMetrics}, {@link dev.sightglass.metrics.track.TrackConverter} or
     * {@link dev.sightglass.metrics.track.CountErrors} are measured, all others pass.
     *
     * @param type the interface to be seen by callers
     * @param target the object that does the work
     * @param <T> the interface
     * @return the measured object
     * @throws IllegalArgumentException if the type is not an interface, or nothing in it is annotated
     */
    public <T> T instrument(Class<T> type, T target) {
        return TrackingProxy.of(this, type, target);
    }

    /**
     * Everything that was registered, by name: what the reference page is made of.
     *
     * @return the declarations, sorted by family name
     */
    public List<MetricDeclaration> declarations() {
        List<MetricDeclaration> all = new ArrayList<>();
        entries.values().forEach(entry -> all.add(entry.declaration()));
        all.sort((a, b) -> a.seriesName().compareTo(b.seriesName()));
        return all;
    }

    /**
     * What each metric in the registry costs, the dearest first. It scrapes, so it is for people, not for loops.
     *
     * @return the costs, of foreign metrics in the same registry too
     */
    public List<MetricCost> costs() {
        return CostReport.of(registry.scrape());
    }

    /**
     * What recording costs on this machine. It is measured when first asked for, by a caller or by the first
     * scrape, in some tens of milliseconds, and remembered.
     *
     * @return the costs of single operations
     */
    public Overhead overhead() {
        return OnThisMachine.OVERHEAD;
    }

    private static final class OnThisMachine {
        static final Overhead OVERHEAD = Overhead.measure();
    }

    /**
     * Writes all series.
     *
     * @param format how
     * @param out where to; flushed, not closed
     * @throws IOException if writing fails
     */
    public void write(Format format, OutputStream out) throws IOException {
        write(format, NameFilter.ALL, out);
    }

    /**
     * Writes the series whose names the filter takes.
     *
     * @param format how
     * @param filter which
     * @param out where to; flushed, not closed
     * @throws IOException if writing fails
     */
    public void write(Format format, NameFilter filter, OutputStream out) throws IOException {
        self.scraping(out, counted -> Scrape.write(registry, format, filter, counted));
    }

    /**
     * Answers a scrape as a server would: in the format that was asked for, compressed if that is welcome. A disabled
     * collector always answers with the JSON summary.
     *
     * @param request what was asked for
     * @return the answer, ready to be sent
     */
    public ScrapeAnswer answer(ScrapeRequest request) {
        Format format = enabled ? request.format() : Format.JSON;
        ByteArrayOutputStream body = new ByteArrayOutputStream(EXPECTED_SCRAPE_BYTES);
        try (OutputStream out = request.gzip() ? new GZIPOutputStream(body) : body) {
            write(format, request.filter(), out);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed; this is a bug in metrics-core", e);
        }
        return new ScrapeAnswer(format, request.gzip(), body.toByteArray());
    }

    private <M> M register(MetricDeclaration declaration, Class<M> type, Supplier<M> create) {
        String name = namespace + "_" + declaration.familyName();
        Entry entry = entries.get(name);
        if (entry == null) {
            synchronized (entries) {
                entry = entries.get(name);
                if (entry == null) {
                    entry = new Entry(declaration, create.get());
                    entries.put(name, entry);
                }
            }
        }
        if (!entry.declaration().equals(declaration)) {
            throw Conflicts.between(name, entry.declaration(), declaration);
        }
        return type.cast(entry.metric());
    }
}
