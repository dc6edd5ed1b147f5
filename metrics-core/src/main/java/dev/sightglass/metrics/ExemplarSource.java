package dev.sightglass.metrics;

import dev.sightglass.metrics.correlation.CorrelationContext;
import dev.sightglass.metrics.correlation.CorrelationId;
import io.prometheus.metrics.model.snapshots.Exemplar;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.tracer.common.SpanContext;
import io.prometheus.metrics.tracer.initializer.SpanContextSupplier;
import org.jspecify.annotations.Nullable;

/** Whose work is being measured: the span of a tracer if one records, else the correlation id, else nobody's. */
final class ExemplarSource {
    private final @Nullable SpanContext given;

    ExemplarSource(@Nullable SpanContext given) {
        this.given = given;
    }

    @Nullable
    Labels labels() {
        SpanContext tracer = given != null ? given : SpanContextSupplier.getSpanContext();
        if (tracer != null && tracer.isCurrentSpanSampled()) {
            String traceId = tracer.getCurrentTraceId();
            String spanId = tracer.getCurrentSpanId();
            if (traceId != null && spanId != null) {
                tracer.markCurrentSpanAsExemplar();
                return Labels.of(Exemplar.TRACE_ID, traceId, Exemplar.SPAN_ID, spanId);
            }
        }
        CorrelationId id = CorrelationContext.currentOrNull();
        return id == null ? null : Labels.of(Exemplar.TRACE_ID, id.value());
    }
}
