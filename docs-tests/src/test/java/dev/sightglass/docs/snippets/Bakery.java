package dev.sightglass.docs.snippets;

import dev.sightglass.metrics.BoundCounter;
import dev.sightglass.metrics.BoundHistogram;
import dev.sightglass.metrics.Buckets;
import dev.sightglass.metrics.CounterDeclaration;
import dev.sightglass.metrics.GaugeDeclaration;
import dev.sightglass.metrics.HistogramDeclaration;
import dev.sightglass.metrics.Label;
import dev.sightglass.metrics.MetricsCollector;
import java.util.Queue;

/** A program with metrics of its own, for docs/development/metrics.md. */
final class Bakery {

    enum Bread {
        RYE, WHEAT
    }

    static final CounterDeclaration BAKED =
        CounterDeclaration.of("loaves_baked", "Loaves that left the oven.", Label.ofEnum("bread", Bread.class));

    static final HistogramDeclaration BAKING =
        HistogramDeclaration.seconds("baking_duration", "Time of a loaf in the oven.", Buckets.SECONDS);

    static final GaugeDeclaration WAITING =
        GaugeDeclaration.of("orders_waiting", "Orders that nobody has begun.");

    static final CounterDeclaration SOLD =
        CounterDeclaration.of("loaves_sold", "Loaves that were sold.", Label.open("shop", 20));

    private final BoundCounter rye;
    private final BoundHistogram baking;
    private final BoundCounter sold;

    Bakery(MetricsCollector metrics, Queue<String> orders) {
        rye = metrics.counter(BAKED).bind("rye");
        baking = metrics.histogram(BAKING).bind();
        sold = metrics.counter(SOLD).bind("corner");
        metrics.gauge(WAITING).observe(orders::size);
    }

    void bake(Runnable oven) {
        long started = baking.start();
        oven.run();
        baking.stop(started);
        rye.inc();
    }

    void sell(int loaves) {
        sold.inc(loaves);
    }
}
