package dev.sightglass.client.intake;

import dev.sightglass.client.convert.ConversionPool;
import dev.sightglass.client.convert.ConverterRegistry;
import dev.sightglass.health.ProgressGroup;
import dev.sightglass.metrics.MetricsCollector;
import dev.sightglass.metrics.group.FolderMetrics;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

@Factory
final class IntakeFactory {

    /** What a loop may take for one turn, beside waiting for a file system. */
    private static final Duration STANDSTILL = Duration.ofMinutes(1);

    @Singleton
    DropFolders dropFolders(IntakeConfig config, List<FolderConfig> folders, ConverterRegistry registry,
        ConversionPool pool, MetricsCollector collector, InstantSource clock) {
        return new DropFolders(folders, configs -> FolderPlans.of(configs, registry, clock.instant()),
            new Surroundings(config, pool::submit, ConcurrentHashMap.newKeySet(),
                new FolderMetrics(collector), new ProgressGroup("intake-loops", STANDSTILL), clock, System::nanoTime));
    }

    @Singleton
    ProgressGroup loops(DropFolders folders) {
        return folders.loops();
    }

    @Singleton
    BodyIntake bodyIntake(IntakeConfig config, ConverterRegistry registry, ConversionPool pool, InstantSource clock) {
        return new BodyIntake(registry, pool, clock, config.inFlight());
    }
}
