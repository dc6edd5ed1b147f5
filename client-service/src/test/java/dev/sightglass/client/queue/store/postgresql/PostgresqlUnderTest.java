package dev.sightglass.client.queue.store.postgresql;

import dev.sightglass.client.queue.QueueConfig;
import dev.sightglass.client.queue.store.HistoryConfig;
import dev.sightglass.client.queue.store.Store;
import dev.sightglass.client.queue.store.StoreSetup;
import dev.sightglass.client.queue.store.StoreUnderTest;
import dev.sightglass.client.testing.ManualClock;
import dev.sightglass.client.testing.Postgres;
import dev.sightglass.metrics.MetricsCollector;
import dev.sightglass.metrics.group.QueueMetrics;
import java.time.Duration;
import java.time.Instant;

/** A schema of its own in a real PostgreSQL, whose time stands still until it is told to go on. */
final class PostgresqlUnderTest implements StoreUnderTest {

    static final QueueMetrics METRICS = new QueueMetrics(MetricsCollector.disabled(), "upload");

    private final Postgres postgres = Postgres.shared();
    private final String schema = postgres.newSchema();
    private final ManualClock clock = new ManualClock();

    @Override
    public Store open(QueueConfig config, HistoryConfig history) {
        var store = PostgresqlStore.open(postgres.config(schema), new StoreSetup(config, history, METRICS, clock));
        setClock();
        return store;
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public void advance(Duration by) {
        clock.advance(by);
        setClock();
    }

    private void setClock() {
        postgres.execute(
            "create or replace function %s.queue_now() returns bigint language sql stable as 'select %d::bigint'"
                .formatted(schema, clock.millis()));
    }

    @Override
    public void close() {
        postgres.execute("drop schema " + schema + " cascade");
    }
}
