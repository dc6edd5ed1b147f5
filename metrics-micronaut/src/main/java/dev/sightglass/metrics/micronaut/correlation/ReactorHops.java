package dev.sightglass.metrics.micronaut.correlation;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.propagation.PropagatedContext;
import jakarta.annotation.PostConstruct;
import reactor.core.scheduler.Schedulers;

/**
 * Carries the request's context over Reactor's schedulers, which would lose it. The hook belongs to the whole program and
 * knows no application, so it stays when an application ends: another one in the same program may still need it.
 */
@Context
@Requires(classes = Schedulers.class)
final class ReactorHops {
    private static final String HOOK = "sightglass-propagated-context";

    @PostConstruct
    void carry() {
        Schedulers.onScheduleHook(HOOK, PropagatedContext::wrapCurrent);
    }
}
