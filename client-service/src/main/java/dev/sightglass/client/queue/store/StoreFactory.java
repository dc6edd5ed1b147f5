package dev.sightglass.client.queue.store;

import dev.sightglass.client.journey.Journeys;
import dev.sightglass.client.journey.Ledger;
import dev.sightglass.client.queue.DataConfig;
import dev.sightglass.client.queue.QueueConfig;
import dev.sightglass.client.queue.QueueOperations;
import dev.sightglass.client.queue.ReportQueue;
import dev.sightglass.client.queue.store.postgresql.PostgresqlConfig;
import dev.sightglass.client.queue.store.postgresql.PostgresqlStore;
import dev.sightglass.client.queue.store.sqlite.SqliteStore;
import dev.sightglass.health.HealthMonitor;
import dev.sightglass.health.ProgressGroup;
import dev.sightglass.metrics.MetricsCollector;
import dev.sightglass.metrics.group.DeliveryMetrics;
import dev.sightglass.metrics.group.QueueMetrics;
import dev.sightglass.metrics.group.QueueVocabulary;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;

/** The store and what it holds, as beans. */
@Factory
public final class StoreFactory {

    /**
     * Finds out whether a store could be opened, and changes nothing.
     *
     * @param which store
     * @param data the embedded store's folder
     * @param postgresql the shared store's address
     * @return what was found, in words
     * @throws RuntimeException when it could not; its message says why and what to do
     */
    public static String tryOut(StoreConfig which, DataConfig data, PostgresqlConfig postgresql) {
        return switch (which.store()) {
            case SQLITE -> SqliteStore.tryOut(data.dataDir());
            case POSTGRESQL -> PostgresqlStore.tryOut(postgresql);
        };
    }

    @Singleton
    QueueMetrics metrics(MetricsCollector collector) {
        return new QueueMetrics(collector, "upload",
            new QueueVocabulary(List.of(), List.of(), List.of(StoredReportQueue.FULL), List.of()));
    }

    @Singleton
    @Bean(preDestroy = "close")
    Store store(StoreConfig which, DataConfig data, PostgresqlConfig postgresql, QueueConfig config,
        HistoryConfig history, QueueMetrics metrics, InstantSource clock, HealthMonitor health) {
        var migration = health.startupStep("store-migration");
        var setup = new StoreSetup(config, history, metrics, clock);
        var store = switch (which.store()) {
            case SQLITE -> SqliteStore.open(data.dataDir(), setup);
            case POSTGRESQL -> PostgresqlStore.open(postgresql, setup);
        };
        migration.done();
        return store;
    }

    @Singleton
    ProgressGroup loops(Store store) {
        return store.loops();
    }

    @Singleton
    ReportQueue queue(Store store, DeliveryMetrics metrics) {
        metrics.unaccounted(() -> store.ledger().latest().unaccounted());
        return store.queue();
    }

    @Singleton
    Journeys journeys(Store store) {
        return store.journeys();
    }

    @Singleton
    Ledger ledger(Store store) {
        return store.ledger();
    }

    @Singleton
    QueueOperations operations(Store store) {
        return store.operations();
    }
}
