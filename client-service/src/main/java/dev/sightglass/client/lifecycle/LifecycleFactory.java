package dev.sightglass.client.lifecycle;

import dev.sightglass.client.convert.ConverterRegistry;
import dev.sightglass.client.convert.ProcessCodes;
import dev.sightglass.client.queue.DataConfig;
import dev.sightglass.client.wats.WatsLookups;
import dev.sightglass.converter.Converter;
import dev.sightglass.metrics.MetricsCollector;
import dev.sightglass.metrics.group.DeliveryMetrics;
import dev.sightglass.metrics.group.DiskMetrics;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** What every feature shares. */
@Factory
final class LifecycleFactory {

    @Singleton
    @Primary // over the time source of health, which is one too
    InstantSource clock() {
        return InstantSource.system();
    }

    /** With a series for every converter from the start; the upload itself knows no converters. */
    @Singleton
    @Primary
    DeliveryMetrics deliveryMetrics(MetricsCollector collector, ConverterRegistry registry) {
        return new DeliveryMetrics(collector, registry.all().stream().map(Converter::name).toArray(String[]::new));
    }

    /** From the start: a disk that fills up is to be seen before it stops intake. */
    @Context
    DiskMetrics disks(MetricsCollector collector, DataConfig data) {
        var disks = new DiskMetrics(collector);
        disks.observe("data", data.dataDir());
        return disks;
    }

    /** The one way in which conversion looks at the server. */
    @Singleton
    ProcessCodes processCodes(WatsLookups lookups) {
        return lookups::processCode;
    }
}
