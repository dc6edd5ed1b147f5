package dev.sightglass.metrics.micronaut.track;

import dev.sightglass.metrics.MetricsCollector;
import dev.sightglass.metrics.track.CountErrors;
import dev.sightglass.metrics.track.TrackConverter;
import dev.sightglass.metrics.track.TrackRequestMetrics;
import dev.sightglass.metrics.track.Tracker;
import io.micronaut.inject.ExecutableMethod;
import jakarta.inject.Singleton;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The tracker of each method, made once and shared by all instances of its class. */
@Singleton
final class Trackers {
    private final MetricsCollector metrics;
    private final ConcurrentMap<ExecutableMethod<?, ?>, Optional<Tracker>> byMethod = new ConcurrentHashMap<>();

    Trackers(MetricsCollector metrics) {
        this.metrics = metrics;
    }

    /** Empty if nothing is asked for, or nothing is recorded. */
    Optional<Tracker> of(ExecutableMethod<?, ?> method) {
        return metrics.isEnabled() ? byMethod.computeIfAbsent(method, this::make) : Optional.empty();
    }

    private Optional<Tracker> make(ExecutableMethod<?, ?> method) {
        List<Tracker> trackers = new ArrayList<>();
        if (method.hasAnnotation(TrackRequestMetrics.class)) {
            trackers.add(Tracker.requests(metrics, operation(method, TrackRequestMetrics.class)));
        } else if (method.hasAnnotation(CountErrors.class)) {
            trackers.add(Tracker.errors(metrics, operation(method, CountErrors.class)));
        }
        method.stringValue(TrackConverter.class).ifPresent(name -> trackers.add(Tracker.converter(metrics, name)));
        return trackers.isEmpty() ? Optional.empty() : Optional.of(Tracker.all(trackers));
    }

    private static String operation(ExecutableMethod<?, ?> method, Class<? extends Annotation> annotation) {
        return method.stringValue(annotation).filter(name -> !name.isEmpty())
            .orElseGet(() -> method.getDeclaringType().getSimpleName() + "." + method.getMethodName());
    }
}
