package dev.sightglass.metrics.group;

import dev.sightglass.metrics.BoundHistogram;
import dev.sightglass.metrics.Buckets;
import dev.sightglass.metrics.CounterDeclaration;
import dev.sightglass.metrics.CounterMetric;
import dev.sightglass.metrics.GaugeDeclaration;
import dev.sightglass.metrics.GaugeMetric;
import dev.sightglass.metrics.HistogramDeclaration;
import dev.sightglass.metrics.HistogramMetric;
import dev.sightglass.metrics.Label;
import dev.sightglass.metrics.LabelValue;
import dev.sightglass.metrics.MetricUnit;
import dev.sightglass.metrics.MetricsCollector;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * One queue: what went in, what came out and how, how long it took. What the queue holds is read from the queue itself,
 * see {@link #observe}. Safe for any number of threads; verbs do nothing on a disabled collector.
 *
 * @since 0.1.0
 */
public final class QueueMetrics {
    private static final Label QUEUE = Label.open("queue", 20);
    private static final Label ITEM_TYPE = Label.open("item_type", 30);
    private static final Label OUTCOME = Label.open("outcome", 30);
    private static final Label REASON = Label.open("reason", 30);
    private static final Label ERROR_TYPE = Label.open("error_type", 30);

    /** Items waiting. */
    public static final GaugeDeclaration DEPTH = GaugeDeclaration.of("queue_depth", "Items that wait in a queue.",
        QUEUE);
    /** Items held by workers. */
    public static final GaugeDeclaration IN_FLIGHT = GaugeDeclaration.of("queue_in_flight",
        "Items that a worker holds.", QUEUE);
    /** Hopeless items. */
    public static final GaugeDeclaration DEAD_LETTERS = GaugeDeclaration.of("queue_dead_letters",
        "Items that were judged hopeless and wait for a person.", QUEUE);
    /** Age of the oldest waiting item. */
    public static final GaugeDeclaration OLDEST_AGE = GaugeDeclaration
        .of("queue_oldest_item_age", "Age of the oldest item that waits; 0 when none does.", QUEUE)
        .in(MetricUnit.SECONDS);
    /** Most items. */
    public static final GaugeDeclaration CAPACITY = GaugeDeclaration.of("queue_capacity",
        "Most items that a queue takes.", QUEUE);
    /** Workers by state. */
    public static final GaugeDeclaration WORKERS = GaugeDeclaration.of("queue_workers",
        "Workers of a queue, by what they are doing.", QUEUE, Label.ofEnum("state", WorkerState.class));
    /** Most workers. */
    public static final GaugeDeclaration WORKERS_MAX = GaugeDeclaration.of("queue_workers_max",
        "Most workers of a queue that may run at once.", QUEUE);
    /** Damaged stores. */
    public static final GaugeDeclaration DAMAGED_STORES = GaugeDeclaration.of("queue_damaged_stores",
        "Stores of a queue that were found damaged, were put aside, and wait for a person.", QUEUE);
    /** Items taken in. */
    public static final CounterDeclaration ENQUEUED = CounterDeclaration.of("queue_enqueued",
        "Items that a queue took in.", QUEUE, ITEM_TYPE);
    /** Items done with. */
    public static final CounterDeclaration PROCESSED = CounterDeclaration.of("queue_processed",
        "Items that a worker was done with, by outcome.", QUEUE, OUTCOME);
    /** Items turned away. */
    public static final CounterDeclaration REJECTED = CounterDeclaration.of("queue_rejected",
        "Items that a queue did not take, by reason.", QUEUE, REASON);
    /** Failures. */
    public static final CounterDeclaration ERRORS = CounterDeclaration.of("queue_errors",
        "Failures while working on items, by type.", QUEUE, ERROR_TYPE);
    /** Time of work. */
    public static final HistogramDeclaration PROCESSING = HistogramDeclaration.seconds("queue_processing_duration",
        "Time that a worker spent on an item.", Buckets.SECONDS, QUEUE, ITEM_TYPE);
    /** Time of waiting. */
    public static final HistogramDeclaration WAIT = HistogramDeclaration.seconds("queue_wait",
        "Time that an item waited before a worker took it.", Buckets.SLOW_SECONDS, QUEUE);
    /** Time of commits. */
    public static final HistogramDeclaration COMMIT = HistogramDeclaration.seconds("queue_commit_duration",
        "Time that making items durable took.", Buckets.FAST_SECONDS, QUEUE);

    private final String queue;
    private final CounterMetric enqueued;
    private final CounterMetric processed;
    private final CounterMetric rejected;
    private final CounterMetric errors;
    private final HistogramMetric processing;
    private final BoundHistogram wait;
    private final BoundHistogram commit;
    private final MetricsCollector collector;

    /**
     * Registers the group for a queue whose words turn up at run time.
     *
     * @param collector where
     * @param queue the queue's name
     */
    public QueueMetrics(MetricsCollector collector, String queue) {
        this(collector, queue, QueueVocabulary.EMPTY);
    }

    /**
     * Registers the group for a queue.
     *
     * @param collector where
     * @param queue the queue's name
     * @param known the words that it is known to use
     */
    public QueueMetrics(MetricsCollector collector, String queue, QueueVocabulary known) {
        this.collector = collector;
        this.queue = queue;
        enqueued = collector.counter(ENQUEUED);
        processed = collector.counter(PROCESSED);
        rejected = collector.counter(REJECTED);
        errors = collector.counter(ERRORS);
        processing = collector.histogram(PROCESSING);
        wait = collector.histogram(WAIT).bind(queue);
        commit = collector.histogram(COMMIT).bind(queue);
        known(known);
    }

    /**
     * Words that the queue is known to use, for those who learn of them after the group was made.
     *
     * @param words their series start at 0 and keep their places
     */
    public void known(QueueVocabulary words) {
        start(enqueued, ITEM_TYPE, words.itemTypes());
        start(processed, OUTCOME, words.outcomes());
        start(rejected, REASON, words.rejections());
        start(errors, ERROR_TYPE, words.errorTypes());
        processing.reserve(ITEM_TYPE.name(), words.itemTypes().toArray(String[]::new));
        words.itemTypes().forEach(itemType -> processing.bind(queue, itemType));
    }

    private void start(CounterMetric metric, Label label, List<String> values) {
        metric.reserve(label.name(), values.toArray(String[]::new));
        values.forEach(value -> metric.bind(queue, value));
    }

    /**
     * The queue took an item in.
     *
     * @param itemType its kind
     */
    public void enqueued(String itemType) {
        enqueued.bind(queue, itemType).inc();
    }

    /**
     * The queue took an item in.
     *
     * @param itemType its kind
     */
    public void enqueued(Enum<?> itemType) {
        enqueued(LabelValue.of(itemType));
    }

    /**
     * A worker is done with an item.
     *
     * @param outcome how it ended
     */
    public void processed(String outcome) {
        processed.bind(queue, outcome).inc();
    }

    /**
     * A worker is done with an item.
     *
     * @param outcome how it ended
     */
    public void processed(Enum<?> outcome) {
        processed(LabelValue.of(outcome));
    }

    /**
     * The queue did not take an item.
     *
     * @param reason why
     */
    public void rejected(String reason) {
        rejected.bind(queue, reason).inc();
    }

    /**
     * The queue did not take an item.
     *
     * @param reason why
     */
    public void rejected(Enum<?> reason) {
        rejected(LabelValue.of(reason));
    }

    /**
     * Work on an item failed, whether it will be tried again or not.
     *
     * @param errorType the kind of failure, from a bounded set of words
     */
    public void failed(String errorType) {
        errors.bind(queue, errorType).inc();
    }

    /**
     * Work on an item failed, whether it will be tried again or not.
     *
     * @param errorType the kind of failure
     */
    public void failed(Enum<?> errorType) {
        failed(LabelValue.of(errorType));
    }

    /**
     * A worker begins with an item.
     *
     * @param itemType its kind
     * @return the running time, observed when closed
     */
    public Timing processing(String itemType) {
        return new Timing(processing.bind(queue, itemType));
    }

    /**
     * A worker begins with an item.
     *
     * @param itemType its kind
     * @return the running time, observed when closed
     */
    public Timing processing(Enum<?> itemType) {
        return processing(LabelValue.of(itemType));
    }

    /**
     * An item was taken by a worker.
     *
     * @param waited how long it had waited
     */
    public void waited(Duration waited) {
        wait.observe(waited);
    }

    /**
     * A group of items was made durable.
     *
     * @param nanos how long it took, in nanoseconds
     */
    public void committed(long nanos) {
        commit.observeNanos(nanos);
    }

    /**
     * Reads at each scrape how many stores of the queue lie aside because they are damaged.
     *
     * @param source the number
     */
    public void damagedStores(LongSupplier source) {
        collector.gauge(DAMAGED_STORES).observe(source::getAsLong, queue);
    }

    /**
     * Reads what the queue holds from the queue at each scrape, also on a disabled collector, whose JSON summary shows
     * it. An earlier source of the same queue is replaced.
     *
     * @param gauges the queue
     */
    public void observe(QueueGauges gauges) {
        collector.gauge(DEPTH).observe(gauges::depth, queue);
        collector.gauge(IN_FLIGHT).observe(gauges::inFlight, queue);
        collector.gauge(DEAD_LETTERS).observe(gauges::deadLetters, queue);
        collector.gauge(OLDEST_AGE).observe(gauges::oldestItemAgeSeconds, queue);
        collector.gauge(CAPACITY).observe(gauges::capacity, queue);
        collector.gauge(WORKERS_MAX).observe(gauges::workersMax, queue);
        for (WorkerState state : WorkerState.values()) {
            collector.gauge(WORKERS).observe(() -> gauges.workers(state), queue, LabelValue.of(state));
        }
    }
}
