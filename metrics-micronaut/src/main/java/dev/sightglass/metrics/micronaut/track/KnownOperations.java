package dev.sightglass.metrics.micronaut.track;

import io.micronaut.context.processor.ExecutableMethodProcessor;
import io.micronaut.inject.BeanDefinition;
import io.micronaut.inject.ExecutableMethod;
import jakarta.inject.Singleton;

/** Lets the series of every tracked method exist from the start: what was never called stands at 0. */
@Singleton
final class KnownOperations implements ExecutableMethodProcessor<Tracked> {
    private final Trackers trackers;

    KnownOperations(Trackers trackers) {
        this.trackers = trackers;
    }

    @Override
    public void process(BeanDefinition<?> definition, ExecutableMethod<?, ?> method) {
        // Making the tracker makes its series.
        var _ = trackers.of(method);
    }
}
