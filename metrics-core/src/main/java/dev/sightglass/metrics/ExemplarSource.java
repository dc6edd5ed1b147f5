package dev.sightglass.metrics;

import dev.sightglass.metrics.correlation.CorrelationContext;
import dev.sightglass.metrics.correlation.CorrelationId;
import io.prometheus.metrics.model.snapshots.Exemplar;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.tracer.common.SpanContext;
import io.prometheus.metrics.tracer.initializer.SpanContextSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whose work is being measured: the span of a tracer if one records, else the correlation id, else nobody's. */
final class ExemplarSource {
    private static final Logger logger = LoggerFactory.getLogger(ExemplarSource.class);
    private static final boolean CLIENT_FINDS_TRACERS = clientFindsTracers();

    private final @Nullable SpanContext given;

    ExemplarSource(@Nullable SpanContext given) {
        this.given = given;
    }

    /** The labels of an exemplar for what the current thread does; a tracer that throws loses its exemplar, no more. */
    @Nullable
    Labels labels() {
        try {
            Labels span = span(given != null ? given : found());
            if (span != null) {
                return span;
            }
        } catch (RuntimeException e) {
            logger.debug("The tracer could not say which span is current, so an exemplar goes without it", e);
        }
        CorrelationId id = CorrelationContext.currentOrNull();
        return id == null ? null : Labels.of(Exemplar.TRACE_ID, id.value());
    }

    private static @Nullable Labels span(@Nullable SpanContext tracer) {
        if (tracer == null || !tracer.isCurrentSpanSampled()) {
            return null;
        }
        String traceId = tracer.getCurrentTraceId();
        String spanId = tracer.getCurrentSpanId();
        if (traceId == null || spanId == null) {
            return null;
        }
        tracer.markCurrentSpanAsExemplar();
        return Labels.of(Exemplar.TRACE_ID, traceId, Exemplar.SPAN_ID, spanId);
    }

    private static @Nullable SpanContext found() {
        return CLIENT_FINDS_TRACERS ? SpanContextSupplier.getSpanContext() : null;
    }

    /** Micrometer keeps the client library's tracer detection off the class path, so it may be absent. */
    private static boolean clientFindsTracers() {
        try {
            SpanContextSupplier.hasSpanContext();
            return true;
        } catch (LinkageError absent) {
            return false;
        }
    }
}
