package dev.sightglass.metrics.micronaut.track;

import dev.sightglass.metrics.track.Tracker;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.core.convert.ConversionService;
import io.micronaut.core.reflect.ClassUtils;
import org.reactivestreams.FlowAdapters;
import org.reactivestreams.Publisher;

/** What a program without Reactor, or without any reactive library, can do with publishers. */
final class Reactive {
    static final boolean HAS_REACTOR = isPresent("reactor.core.publisher.Flux");
    private static final boolean HAS_PUBLISHERS = isPresent("org.reactivestreams.Publisher")
        && isPresent("io.micronaut.core.async.publisher.Publishers");

    private Reactive() {}

    static boolean isPublisher(Class<?> type) {
        return HAS_PUBLISHERS && Publishers.isConvertibleToPublisher(type);
    }

    /** The same publisher, each subscription of which is a call. */
    static Object track(Tracker tracker, Object published, Class<?> type) {
        Publisher<?> source = Publishers.convertToPublisher(ConversionService.SHARED, published);
        var tracked = FlowAdapters.toPublisher(tracker.publisher(FlowAdapters.toFlowPublisher(source)));
        return type.isInstance(tracked) ? tracked
            : Publishers.convertPublisher(ConversionService.SHARED, tracked, type);
    }

    private static boolean isPresent(String name) {
        return ClassUtils.isPresent(name, Reactive.class.getClassLoader());
    }
}
