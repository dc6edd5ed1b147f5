package dev.sightglass.client.lifecycle;

import dev.sightglass.client.convert.ConverterRegistry;
import dev.sightglass.client.convert.ProcessCodes;
import dev.sightglass.client.wats.WatsLookups;
import dev.sightglass.converter.Converter;
import dev.sightglass.metrics.MetricsCollector;
import dev.sightglass.metrics.group.DeliveryMetrics;
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

    /** The one way in which conversion looks at the server. */
    @Singleton
    ProcessCodes processCodes(WatsLookups lookups) {
        return lookups::processCode;
    }
}
