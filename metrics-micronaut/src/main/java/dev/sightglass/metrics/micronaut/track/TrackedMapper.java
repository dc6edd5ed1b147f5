package dev.sightglass.metrics.micronaut.track;

import io.micronaut.core.annotation.AnnotationValue;
import io.micronaut.inject.annotation.NamedAnnotationMapper;
import io.micronaut.inject.visitor.VisitorContext;
import java.lang.annotation.Annotation;
import java.util.List;

/**
 * Runs inside the compiler of whoever uses the annotations, if this module stands on the annotation processor path, and
 * turns them into advice.
 */
public abstract sealed class TrackedMapper implements NamedAnnotationMapper {
    private final String annotation;

    private TrackedMapper(String simpleName) {
        this.annotation = "dev.sightglass.metrics.track." + simpleName;
    }

    @Override
    public final String getName() {
        return annotation;
    }

    @Override
    public final List<AnnotationValue<?>> map(AnnotationValue<Annotation> found, VisitorContext compiler) {
        return List.of(AnnotationValue.builder(Tracked.class).build());
    }

    /** For {@code @TrackRequestMetrics}. */
    public static final class OfRequests extends TrackedMapper {
        /** For the service loader. */
        public OfRequests() {
            super("TrackRequestMetrics");
        }
    }

    /** For {@code @TrackConverter}. */
    public static final class OfConverters extends TrackedMapper {
        /** For the service loader. */
        public OfConverters() {
            super("TrackConverter");
        }
    }

    /** For {@code @CountErrors}. */
    public static final class OfErrors extends TrackedMapper {
        /** For the service loader. */
        public OfErrors() {
            super("CountErrors");
        }
    }
}
