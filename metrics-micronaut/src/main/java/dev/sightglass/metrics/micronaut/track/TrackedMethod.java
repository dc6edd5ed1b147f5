package dev.sightglass.metrics.micronaut.track;

import dev.sightglass.metrics.track.TrackedCall;
import dev.sightglass.metrics.track.Tracker;
import io.micronaut.aop.MethodInvocationContext;
import io.micronaut.core.type.ReturnType;
import io.micronaut.inject.ExecutableMethod;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** How the calls of one method are measured, which is decided once. */
sealed interface TrackedMethod {

    /** Makes the call. */
    @Nullable
    Object call(MethodInvocationContext<Object, Object> context);

    static TrackedMethod of(ExecutableMethod<?, ?> method, Optional<Tracker> found) {
        if (found.isEmpty()) {
            return new Passed();
        }
        var tracker = found.get();
        ReturnType<?> returned = method.getReturnType();
        if (Flow.Publisher.class.isAssignableFrom(returned.getType())) {
            return new Flowing(tracker);
        }
        // Asked in this order, because for Micronaut a CompletionStage can be made into a publisher as well.
        if (!CompletionStage.class.isAssignableFrom(returned.getType())
            && Reactive.isPublisher(returned.getType())) {
            return Reactive.HAS_REACTOR
                ? new Published(tracker, returned.getType(), returned.isSingleResult())
                : new Adapted(tracker, returned.getType());
        }
        return new Called(tracker);
    }

    /** Nothing to measure. */
    record Passed() implements TrackedMethod {
        @Override
        public @Nullable Object call(MethodInvocationContext<Object, Object> context) {
            return context.proceed();
        }
    }

    /** Ends when it returns; if it returns a stage, when that does. */
    record Called(Tracker tracker) implements TrackedMethod {
        @Override
        public @Nullable Object call(MethodInvocationContext<Object, Object> context) {
            var call = tracker.begin(context.getParameterValues());
            @Nullable
            Object result;
            try {
                result = context.proceed();
            } catch (Throwable failure) {
                call.failed(failure);
                throw failure;
            }
            if (result instanceof CompletionStage<?> stage) {
                follow(call, stage);
            } else {
                call.succeeded(result);
            }
            return result;
        }

        /** The caller gets the very stage that the method returned, so that cancelling it still reaches its source. */
        private static void follow(TrackedCall call, CompletionStage<?> stage) {
            var _ = stage.whenComplete((result, failure) -> {
                if (failure == null) {
                    call.succeeded(result);
                } else {
                    call.failed(failure);
                }
            });
        }
    }

    /** Begins when it is subscribed to, as often as that happens. */
    record Published(Tracker tracker, Class<?> type, boolean single) implements TrackedMethod {
        @Override
        public @Nullable Object call(MethodInvocationContext<Object, Object> context) {
            var arguments = context.getParameterValues();
            return TrackedPublishers.track(() -> tracker.begin(arguments), context.proceed(), type, single);
        }
    }

    /** The same with the JDK's own publishers. */
    record Flowing(Tracker tracker) implements TrackedMethod {
        @Override
        public @Nullable Object call(MethodInvocationContext<Object, Object> context) {
            return context.proceed() instanceof Flow.Publisher<?> publisher ? tracker.publisher(publisher) : null;
        }
    }

    /** Publishers of a program that has them, but not Reactor. */
    record Adapted(Tracker tracker, Class<?> type) implements TrackedMethod {
        @Override
        public @Nullable Object call(MethodInvocationContext<Object, Object> context) {
            var published = context.proceed();
            return published == null ? null : Reactive.track(tracker, published, type);
        }
    }
}
