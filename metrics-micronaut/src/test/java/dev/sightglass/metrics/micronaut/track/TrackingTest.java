package dev.sightglass.metrics.micronaut.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightglass.metrics.micronaut.Scrapes;
import io.micronaut.context.ApplicationContext;
import java.util.Map;
import java.util.concurrent.SubmissionPublisher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

class TrackingTest {
    private final ApplicationContext context = ApplicationContext.run();
    private final Work work = context.getBean(Work.class);

    @AfterEach
    void stop() {
        context.close();
    }

    @Test
    void countsAndTimesACall() {
        assertThat(work.greet("you")).isEqualTo("hello you");

        assertThat(ended("greet", "success")).isEqualTo(1);
        assertThat(value("operation_duration_seconds_count", "operation", "greet")).isEqualTo(1);
        assertThat(active("greet")).isZero();
    }

    @Test
    void startsEveryOperationAtZero() {
        for (String operation : new String[]{"greet", "Work.unnamed", "flux", "Shop.open", "shop_close", "price"}) {
            assertThat(Scrapes.lines(context)).contains("sightglass_operation_requests_total{operation=\"" + operation
                + "\",outcome=\"success\"} 0.0");
        }
        assertThat(Scrapes.lines(context))
            .contains("sightglass_converter_executions_total{converter=\"csv\",status=\"success\"} 0.0");
    }

    @Test
    void namesAnOperationAfterItsMethod() {
        work.unnamed();

        assertThat(ended("Work.unnamed", "success")).isEqualTo(1);
    }

    @Test
    void countsACallThatThrowsByItsType() {
        assertThatThrownBy(() -> work.greet(Work.FAILS)).isInstanceOf(IllegalArgumentException.class);

        assertThat(ended("greet", "error")).isEqualTo(1);
        assertThat(ended("greet", "success")).isZero();
        assertThat(value("operation_errors_total", "operation", "greet", "error_type", "IllegalArgumentException"))
            .isEqualTo(1);
    }

    @Test
    void seesCallsThatABeanMakesOfItself() {
        work.greetTwice();

        assertThat(ended("greet", "success")).isEqualTo(2);
    }

    @Test
    void endsAStageWhenItCompletes() {
        var stage = work.stage();
        assertThat(active("stage")).isEqualTo(1);

        work.pending.complete("done");

        assertThat(stage).isSameAs(work.pending);
        assertThat(active("stage")).isZero();
        assertThat(ended("stage", "success")).isEqualTo(1);
    }

    @Test
    void doesNotCountACancelledStageAsFailed() {
        work.stage().toCompletableFuture().cancel(true);

        assertThat(ended("stage", "cancelled")).isEqualTo(1);
        assertThat(ended("stage", "error")).isZero();
    }

    @Test
    void beginsAMonoWhenItIsSubscribedTo() {
        var mono = work.mono(Mono.just("x"));
        assertThat(ended("mono", "success")).isZero();

        assertThat(mono.block()).isEqualTo("x");
        assertThat(mono.block()).isEqualTo("x");

        assertThat(ended("mono", "success")).isEqualTo(2);
    }

    @Test
    void endsAnEmptyMonoWell() {
        assertThat(work.mono(Mono.empty()).block()).isNull();

        assertThat(ended("mono", "success")).isEqualTo(1);
    }

    @Test
    void countsAMonoThatFails() {
        var mono = work.mono(Mono.error(new IllegalStateException("on purpose")));

        assertThatThrownBy(mono::block).isInstanceOf(IllegalStateException.class);

        assertThat(ended("mono", "error")).isEqualTo(1);
    }

    @Test
    void doesNotCountACancelledPublisherAsFailed() {
        work.mono(Mono.never()).subscribe().dispose();
        work.flux(Flux.never()).subscribe().dispose();
        Flux.from(work.publisher(Flux.never())).subscribe().dispose();

        for (String operation : new String[]{"mono", "flux", "publisher"}) {
            assertThat(ended(operation, "cancelled")).as(operation).isEqualTo(1);
            assertThat(ended(operation, "error")).as(operation).isZero();
            assertThat(active(operation)).as(operation).isZero();
        }
    }

    @Test
    void endsAFluxWithItsLastItem() {
        assertThat(work.flux(Flux.just("a", "b")).collectList().block()).containsExactly("a", "b");

        assertThat(ended("flux", "success")).isEqualTo(1);
    }

    @Test
    void takesTheOnlyItemOfASingleResultForItsEnd() {
        assertThat(Mono.from(work.single(Flux.just("a", "b"))).block()).isEqualTo("a");

        assertThat(ended("single", "success")).isEqualTo(1);
        assertThat(ended("single", "cancelled")).isZero();
    }

    @Test
    void handsOnReactorsContext() {
        var seen = work.mono(Mono.deferContextual(ctx -> Mono.just(ctx.<String>get("key"))))
            .contextWrite(Context.of("key", "kept")).block();

        assertThat(seen).isEqualTo("kept");
    }

    @Test
    void measuresPublishersOfTheJdk() throws InterruptedException {
        var received = new java.util.concurrent.CountDownLatch(1);
        try (var source = new SubmissionPublisher<String>()) {
            work.flow(source).subscribe(new Counting(received));
            source.submit("x");
        }
        received.await();

        assertThat(ended("flow", "success")).isEqualTo(1);
    }

    @Test
    void recordsAConversionWithItsInputAndReports() {
        work.convert(new byte[100]);
        assertThatThrownBy(() -> work.convert(new byte[0])).isInstanceOf(IllegalStateException.class);

        assertThat(value("converter_executions_total", "converter", "csv", "status", "success")).isEqualTo(1);
        assertThat(value("converter_executions_total", "converter", "csv", "status", "failed")).isEqualTo(1);
        assertThat(value("converter_reports_total", "converter", "csv")).isEqualTo(3);
        assertThat(value("converter_input_bytes_total", "converter", "csv")).isEqualTo(100);
    }

    @Test
    void countsErrorsAndNothingElse() {
        work.risky(false);
        assertThatThrownBy(() -> work.risky(true)).isInstanceOf(UnsupportedOperationException.class);

        assertThat(value("operation_errors_total", "operation", "risky", "error_type", "UnsupportedOperationException"))
            .isEqualTo(1);
        assertThat(Scrapes.lines(context))
            .noneMatch(line -> line.startsWith("sightglass_operation_requests_total{operation=\"risky\""));
    }

    @Test
    void tracksEveryMethodOfAnAnnotatedTypeInAllItsInstances() {
        for (int i = 0; i < 3; i++) {
            var shop = context.getBean(Shop.class);
            shop.open();
            shop.close();
        }

        assertThat(ended("Shop.open", "success")).isEqualTo(3);
        assertThat(ended("shop_close", "success")).isEqualTo(3);
    }

    @Test
    void honoursTheAnnotationOfAnInterface() {
        assertThat(context.getBean(Pricing.class).price("abc")).isEqualTo(3);

        assertThat(ended("price", "success")).isEqualTo(1);
    }

    @Test
    void passesCallsThroughWhenSwitchedOff() {
        try (var off = ApplicationContext.run(Map.of("sightglass.metrics.enabled", "false"))) {
            assertThat(off.getBean(Work.class).greet("you")).isEqualTo("hello you");
            assertThat(off.getBean(Work.class).mono(Mono.just("x")).block()).isEqualTo("x");
        }
    }

    private double ended(String operation, String outcome) {
        return value("operation_requests_total", "operation", operation, "outcome", outcome);
    }

    private double active(String operation) {
        return value("operation_active", "operation", operation);
    }

    private double value(String name, String... labels) {
        return Scrapes.value(context, "sightglass_" + name, labels);
    }
}
