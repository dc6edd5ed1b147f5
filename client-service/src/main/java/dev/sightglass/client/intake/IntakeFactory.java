package dev.sightglass.client.intake;

import dev.sightglass.client.convert.ConversionPool;
import dev.sightglass.client.convert.ConverterRegistry;
import dev.sightglass.metrics.MetricsCollector;
import dev.sightglass.metrics.group.FolderMetrics;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

@Factory
final class IntakeFactory {

    @Singleton
    DropFolders dropFolders(IntakeConfig config, List<FolderConfig> folders, ConverterRegistry registry,
        ConversionPool pool, MetricsCollector collector, InstantSource clock) {
        return new DropFolders(FolderPlans.of(folders, registry, clock.instant()),
            new Surroundings(config, pool::submit, ConcurrentHashMap.newKeySet(),
                new FolderMetrics(collector), clock, System::nanoTime));
    }

    @Singleton
    BodyIntake bodyIntake(IntakeConfig config, ConverterRegistry registry, ConversionPool pool, InstantSource clock) {
        return new BodyIntake(registry, pool, clock, config.inFlight());
    }
}
