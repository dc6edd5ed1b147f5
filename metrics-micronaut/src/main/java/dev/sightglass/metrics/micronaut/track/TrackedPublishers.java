package dev.sightglass.metrics.micronaut.track;

import dev.sightglass.metrics.track.TrackedCall;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.core.convert.ConversionService;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Measures publishers with Reactor's own operators, because these hand on Reactor's context and a wrapper would not. */
final class TrackedPublishers {
    private TrackedPublishers() {}

    static @Nullable Object track(Supplier<TrackedCall> begin, @Nullable Object published, Class<?> type,
        boolean single) {
        if (published == null) {
            return null;
        }
        if (published instanceof Mono<?> mono) {
            return one(begin, mono);
        }
        var source = Flux.from(Publishers.convertToPublisher(ConversionService.SHARED, published));
        var tracked = many(begin, source, single);
        return type.isInstance(tracked) ? tracked
            : Publishers.convertPublisher(ConversionService.SHARED, tracked, type);
    }

    private static <T> Mono<T> one(Supplier<TrackedCall> begin, Mono<T> mono) {
        return Mono.defer(() -> {
            var call = begin.get();
            return mono.doOnSuccess(call::succeeded).doOnError(call::failed).doOnCancel(call::cancelled);
        });
    }

    private static <T> Publisher<T> many(Supplier<TrackedCall> begin, Flux<T> flux, boolean single) {
        return Flux.defer(() -> {
            var call = begin.get();
            // Who wants one item may take it and cancel: that is the end, and no cancellation.
            var source = single ? flux.doOnNext(call::succeeded) : flux;
            return source.doOnComplete(() -> call.succeeded(null)).doOnError(call::failed).doOnCancel(call::cancelled);
        });
    }
}
