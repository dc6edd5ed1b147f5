package dev.sightglass.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.metrics.correlation.CorrelationContext;
import dev.sightglass.metrics.correlation.CorrelationId;
import dev.sightglass.metrics.exposition.Format;
import io.prometheus.metrics.tracer.common.SpanContext;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ExemplarTest {
    private static final HistogramDeclaration TOOK = HistogramDeclaration.seconds("took", "Took.", List.of(1.0, 2.0));

    private final CorrelationId id = CorrelationId.random();

    /** A tracer whose span is, or is not, recorded. */
    private record OneSpan(boolean sampled, AtomicInteger marked) implements SpanContext {
        @Override
        public String getCurrentTraceId() {
            return "4bf92f3577b34da6a3ce929d0e0e4736";
        }

        @Override
        public String getCurrentSpanId() {
            return "00f067aa0ba902b7";
        }

        @Override
        public boolean isCurrentSpanSampled() {
            return sampled;
        }

        @Override
        public void markCurrentSpanAsExemplar() {
            marked.incrementAndGet();
        }
    }

    private record BrokenTracer() implements SpanContext {
        @Override
        public String getCurrentTraceId() {
            throw new IllegalStateException("broken");
        }

        @Override
        public String getCurrentSpanId() {
            throw new IllegalStateException("broken");
        }

        @Override
        public boolean isCurrentSpanSampled() {
            throw new IllegalStateException("broken");
        }

        @Override
        public void markCurrentSpanAsExemplar() {
            throw new IllegalStateException("broken");
        }
    }

    @Test
    void carryTheCorrelationIdWhenNoTracerRuns() {
        MetricsCollector metrics = MetricsCollector.create();
        BoundHistogram took = metrics.histogram(TOOK).bind();
        CorrelationContext.run(id, () -> took.observe(1.5));

        assertThat(bucket(metrics, "2.0")).contains("# {trace_id=\"" + id + "\"} 1.5");
        assertThat(Scrapes.in(Format.PROTOBUF, metrics)).contains(id.value());
    }

    @Test
    void carryTheSpanOfATracerThatRecords() {
        AtomicInteger marked = new AtomicInteger();
        MetricsCollector metrics = MetricsCollector.builder().spanContext(new OneSpan(true, marked)).build();
        CorrelationContext.run(id, () -> metrics.histogram(TOOK).bind().observe(0.5));

        assertThat(bucket(metrics, "1.0")).contains("span_id=\"00f067aa0ba902b7\"")
            .contains("trace_id=\"4bf92f3577b34da6a3ce929d0e0e4736\"");
        assertThat(marked).hasPositiveValue();
    }

    @Test
    void carryTheCorrelationIdWhenTheTracerDoesNotRecord() {
        MetricsCollector metrics = MetricsCollector.builder()
            .spanContext(new OneSpan(false, new AtomicInteger()))
            .build();
        CorrelationContext.run(id, () -> metrics.histogram(TOOK).bind().observe(0.5));

        assertThat(bucket(metrics, "1.0")).contains(id.value());
    }

    @Test
    void survivesATracerThatThrows() {
        MetricsCollector metrics = MetricsCollector.builder().spanContext(new BrokenTracer()).build();
        CorrelationContext.run(id, () -> metrics.histogram(TOOK).bind().observe(0.5));

        assertThat(bucket(metrics, "1.0")).contains(id.value());
    }

    @Test
    void leanToTheSlowBetweenScrapes() {
        MetricsCollector metrics = MetricsCollector.create();
        BoundHistogram took = metrics.histogram(TOOK).bind();
        CorrelationId slow = CorrelationId.random();
        CorrelationId late = CorrelationId.random();
        CorrelationContext.run(id, () -> took.observe(0.5));
        CorrelationContext.run(slow, () -> took.observe(9));
        CorrelationContext.run(late, () -> took.observe(0.6));

        assertThat(bucket(metrics, "1.0")).contains(id.value());
        assertThat(bucket(metrics, "+Inf")).contains(slow.value());
        CorrelationContext.run(late, () -> took.observe(0.6));
        assertThat(bucket(metrics, "1.0")).contains(late.value());
    }

    @Test
    void areAbsentWithoutAnIdOrWhenSwitchedOff() {
        MetricsCollector metrics = MetricsCollector.create();
        metrics.histogram(TOOK).bind().observe(0.5);
        MetricsCollector without = MetricsCollector.builder().exemplars(false).build();
        CorrelationContext.run(id, () -> without.histogram(TOOK).bind().observe(0.5));

        assertThat(bucket(metrics, "1.0")).doesNotContain("trace_id");
        assertThat(bucket(without, "1.0")).doesNotContain("trace_id");
    }

    private static String bucket(MetricsCollector metrics, String bound) {
        return Scrapes.in(Format.OPENMETRICS, metrics)
            .lines()
            .filter(line -> line.startsWith("sightglass_took_seconds_bucket{le=\"" + bound + "\"}"))
            .findFirst()
            .orElseThrow();
    }
}
