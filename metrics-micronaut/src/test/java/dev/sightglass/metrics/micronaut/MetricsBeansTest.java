package dev.sightglass.metrics.micronaut;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.metrics.CounterDeclaration;
import dev.sightglass.metrics.MetricsCollector;
import dev.sightglass.metrics.group.CacheMetrics;
import dev.sightglass.metrics.group.ConfigMetrics;
import dev.sightglass.metrics.group.ConverterMetrics;
import dev.sightglass.metrics.group.DeliveryMetrics;
import dev.sightglass.metrics.group.FolderMetrics;
import dev.sightglass.metrics.group.HealthMetrics;
import dev.sightglass.metrics.group.HttpClientMetrics;
import dev.sightglass.metrics.group.ServiceMetrics;
import dev.sightglass.metrics.group.UpstreamMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.ApplicationContext;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MetricsBeansTest {
    private static final Map<String, Object> WITHOUT_MICROMETER = Map.of("micronaut.metrics.enabled", "false");

    @Test
    void offersTheCollectorAndEveryReadyGroup() {
        try (var context = ApplicationContext.run(WITHOUT_MICROMETER)) {
            for (Class<?> type : List.of(MetricsCollector.class, PrometheusRegistry.class, HttpClientMetrics.class,
                CacheMetrics.class, ConverterMetrics.class, FolderMetrics.class, DeliveryMetrics.class,
                UpstreamMetrics.class, ServiceMetrics.class, HealthMetrics.class, ConfigMetrics.class)) {
                assertThat(context.getBean(type)).isSameAs(context.getBean(type));
            }
            assertThat(context.getBean(MetricsCollector.class).isEnabled()).isTrue();
        }
    }

    @Test
    void describesTheProcessFromTheStartAndOnce() {
        try (var context = ApplicationContext.run()) {
            assertThat(Scrapes.lines(context)).filteredOn(line -> line.startsWith("# TYPE"))
                .contains("# TYPE jvm_memory_used_bytes gauge", "# TYPE process_start_time_seconds gauge")
                .doesNotHaveDuplicates();
            assertThat(Scrapes.lines(context)).filteredOn(line -> line.startsWith("jvm_memory_used_bytes{"))
                .hasSize(2)
                .allMatch(line -> !line.contains("id="), "has Prometheus' labels, not Micrometer's");
            assertThat(Scrapes.lines(context)).noneMatch(line -> line.startsWith("process_uptime_seconds"))
                .noneMatch(line -> line.startsWith("process_cpu_usage"))
                .noneMatch(line -> line.startsWith("process_files_open_files"));
        }
    }

    @Test
    void letsAnApplicationHaveMicrometersOwnBindersInstead() {
        try (var context = ApplicationContext.run(Map.of("micronaut.metrics.binders.uptime.enabled", "true",
            "micronaut.metrics.binders.jvm.enabled", "true"))) {
            assertThat(Scrapes.lines(context)).anyMatch(line -> line.startsWith("process_uptime_seconds"))
                .anyMatch(line -> line.startsWith("jvm_memory_used_bytes{") && line.contains("id="))
                .noneMatch(line -> line.startsWith("jvm_memory_pool_used_bytes"));
        }
    }

    @Test
    void showsMicrometersMetersInTheSameScrape() {
        try (var context = ApplicationContext.run()) {
            context.getBean(MeterRegistry.class).counter("shop.orders", "kind", "web").increment();
            context.getBean(MetricsCollector.class).counter(CounterDeclaration.of("shop_orders", "Orders.")).bind()
                .inc();

            assertThat(Scrapes.lines(context))
                .contains("shop_orders_total{kind=\"web\"} 1.0", "sightglass_shop_orders_total 1.0");
        }
    }

    @Test
    void recordsNothingWhenSwitchedOff() {
        try (var context = ApplicationContext.run(Map.of("sightglass.metrics.enabled", "false"))) {
            var orders = context.getBean(MetricsCollector.class).counter(CounterDeclaration.of("orders", "Orders."));

            orders.bind().inc();

            assertThat(context.getBean(MetricsCollector.class).isEnabled()).isFalse();
            assertThat(Scrapes.lines(context)).noneMatch(line -> line.startsWith("sightglass_orders_total"))
                .noneMatch(line -> line.startsWith("jvm_"));
        }
    }

    @Test
    void givesWayToACollectorOfTheApplication() {
        try (var context = ApplicationContext.run(Map.of("spec.name", "own-collector"))) {
            context.getBean(MetricsCollector.class).counter(CounterDeclaration.of("loaves", "Loaves.")).bind().inc();

            assertThat(Scrapes.lines(context)).contains("bakery_loaves_total 1.0");
        }
    }

    @Test
    void saysWhichBuildRuns() {
        try (var context = ApplicationContext.run()) {
            assertThat(Scrapes.lines(context)).anyMatch(line -> line.startsWith("sightglass_build_info{")
                && line.contains("version=\"1.2.3\"") && line.contains("revision=\"abc1234\""));
        }
    }
}
