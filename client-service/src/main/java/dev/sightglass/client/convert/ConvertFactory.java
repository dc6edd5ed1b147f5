package dev.sightglass.client.convert;

import dev.sightglass.client.queue.ReportQueue;
import dev.sightglass.client.report.ReportCompleter;
import dev.sightglass.converter.Converter;
import dev.sightglass.health.Progress;
import dev.sightglass.metrics.MetricsCollector;
import dev.sightglass.metrics.group.ConverterMetrics;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

@Factory
final class ConvertFactory {

    @Singleton
    @Bean(preDestroy = "close")
    ConverterRegistry registry(ConvertConfig config) {
        return ConverterRegistry.load(config.folder());
    }

    @Singleton
    @Bean(preDestroy = "close")
    ConversionPool pool(ConvertConfig config, ConverterRegistry registry, ReportQueue queue, ReportCompleter completer,
        @Nullable ProcessCodes processCodes, MetricsCollector collector) {
        var names = registry.all().stream().map(Converter::name).toArray(String[]::new);
        return new ConversionPool(config, queue, completer,
            processCodes == null ? operationName -> OptionalInt.empty() : processCodes,
            new ConverterMetrics(collector, names));
    }

    @Singleton
    Progress dispatcherProgress(ConversionPool pool) {
        return pool.progress();
    }
}
