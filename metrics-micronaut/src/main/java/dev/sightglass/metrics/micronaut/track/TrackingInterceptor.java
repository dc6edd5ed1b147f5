package dev.sightglass.metrics.micronaut.track;

import io.micronaut.aop.InterceptPhase;
import io.micronaut.aop.InterceptorBean;
import io.micronaut.aop.MethodInterceptor;
import io.micronaut.aop.MethodInvocationContext;
import io.micronaut.context.annotation.Prototype;
import io.micronaut.inject.ExecutableMethod;
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The advice. There is one for each instance that it advises: an instance has its own objects for its methods, and these
 * compare slowly, so each is looked up by identity in a map that goes when the instance goes.
 */
@Prototype
@InterceptorBean(Tracked.class)
final class TrackingInterceptor implements MethodInterceptor<Object, Object> {
    private final Trackers trackers;
    private volatile IdentityHashMap<ExecutableMethod<?, ?>, TrackedMethod> methods = new IdentityHashMap<>();

    TrackingInterceptor(Trackers trackers) {
        this.trackers = trackers;
    }

    /** Inside validation and caches, around retries and transactions: what is measured is work that was done. */
    @Override
    public int getOrder() {
        return InterceptPhase.TRACE.getPosition();
    }

    @Override
    public @Nullable Object intercept(MethodInvocationContext<Object, Object> context) {
        var method = context.getExecutableMethod();
        var known = methods.get(method);
        return (known == null ? learn(method) : known).call(context);
    }

    private synchronized TrackedMethod learn(ExecutableMethod<?, ?> method) {
        var tracked = TrackedMethod.of(method, trackers.of(method));
        var more = new IdentityHashMap<>(methods);
        more.put(method, tracked);
        methods = more;
        return tracked;
    }
}
