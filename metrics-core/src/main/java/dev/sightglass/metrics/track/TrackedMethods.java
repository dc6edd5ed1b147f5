package dev.sightglass.metrics.track;

import dev.sightglass.metrics.MetricsCollector;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the tracker that annotations ask for. */
final class TrackedMethods {
    private TrackedMethods() {}

    /** The first element that carries an annotation decides, so a method overrides its type. */
    static Optional<Tracker> find(MetricsCollector metrics, Method method, Class<?> implementation) {
        List<AnnotatedElement> places = Stream
            .<@Nullable AnnotatedElement>of(method, counterpart(method, implementation), method.getDeclaringClass(),
                implementation)
            .flatMap(Stream::ofNullable)
            .toList();
        String byDefault = method.getDeclaringClass().getSimpleName() + "." + method.getName();
        List<Tracker> trackers = new ArrayList<>();
        first(places, TrackRequestMetrics.class).map(found -> nameOr(found.value(), byDefault))
            .ifPresent(name -> trackers.add(Tracker.requests(metrics, name)));
        first(places, TrackConverter.class)
            .ifPresent(found -> trackers.add(Tracker.converter(metrics, found.value())));
        // Tracked requests count their errors already.
        if (first(places, TrackRequestMetrics.class).isEmpty()) {
            first(places, CountErrors.class).map(found -> nameOr(found.value(), byDefault))
                .ifPresent(name -> trackers.add(Tracker.errors(metrics, name)));
        }
        return trackers.isEmpty() ? Optional.empty() : Optional.of(Tracker.all(trackers));
    }

    private static String nameOr(String name, String byDefault) {
        return name.isEmpty() ? byDefault : name;
    }

    private static <A extends Annotation> Optional<A> first(List<AnnotatedElement> places, Class<A> type) {
        return places.stream().flatMap(place -> Stream.ofNullable(place.getAnnotation(type))).findFirst();
    }

    private static @Nullable Method counterpart(Method method, Class<?> implementation) {
        try {
            return implementation.getMethod(method.getName(), method.getParameterTypes());
        } catch (NoSuchMethodException ignored) {
            return null;
        }
    }
}
