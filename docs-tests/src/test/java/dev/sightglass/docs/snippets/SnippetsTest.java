package dev.sightglass.docs.snippets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.metrics.MetricsCollector;
import dev.sightglass.metrics.correlation.CorrelationContext;
import dev.sightglass.metrics.correlation.CorrelationId;
import dev.sightglass.metrics.testing.MetricsContract;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What the pages show does what they say. */
class SnippetsTest {

    @Test
    void theBakeryCounts() {
        MetricsCollector metrics = MetricsCollector.create();
        var bakery = new Bakery(metrics, new ArrayDeque<>(List.of("an order")));
        bakery.bake(() -> {});
        bakery.sell(2);

        MetricsContract.of(metrics).assertScrapeMatches();
        assertThat(metrics.counter(Bakery.BAKED).bind("rye").value()).isEqualTo(1);
        assertThat(metrics.counter(Bakery.SOLD).bind("corner").value()).isEqualTo(2);
    }

    @Test
    void theIdCrossesEveryHop() throws Exception {
        var id = CorrelationId.random();
        var hops = new Hops();
        var seen = new CompletableFuture<List<CorrelationId>>();
        try (var _ = CorrelationContext.open(id)) {
            assertThat(hops.stages("bolt").get(10, TimeUnit.SECONDS)).isEqualTo("bolt under " + id);
            hops.oneTask(() -> seen.complete(List.of(CorrelationContext.current().orElseThrow())));
            assertThat(seen.get(10, TimeUnit.SECONDS)).containsExactly(id);
            var here = new CompletableFuture<CorrelationId>();
            hops.ownThread(() -> here.complete(CorrelationContext.current().orElseThrow())).join();
            assertThat(here.join()).isEqualTo(id);
            var there = new CompletableFuture<CorrelationId>();
            hops.everyTask().execute(() -> there.complete(CorrelationContext.current().orElseThrow()));
            assertThat(there.get(10, TimeUnit.SECONDS)).isEqualTo(id);
        }
        hops.scope(id, () -> assertThat(CorrelationContext.current()).hasValue(id));
        hops.close();
    }
}
