package dev.sightglass.metrics.track;

import dev.sightglass.metrics.MetricsCollector;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * Stands before an object and measures the calls of its annotated methods, with nothing but the JDK.
 *
 * @since 0.1.0
 */
public final class TrackingProxy {
    private static final Object[] NO_ARGUMENTS = {};

    private TrackingProxy() {}

    /**
     * An object that does what the target does, and measures the methods that are annotated with
     * {@link TrackRequestMetrics}, {@link TrackConverter} or {@link CountErrors}, on the interface or on the target's
     * class. Trackers are found here, once; a call only uses them. On a disabled collector it is the target itself.
     *
     * @param metrics where
     * @param type the interface to be seen by callers
     * @param target the object that does the work
     * @param <T> the interface
     * @return the measured object
     * @throws IllegalArgumentException if the type is not an interface, or nothing in it is annotated
     */
    public static <T> T of(MetricsCollector metrics, Class<T> type, T target) {
        if (!type.isInterface()) {
            throw new IllegalArgumentException("instrument: needs an interface, because the JDK proxies nothing else. "
                + "Found: " + type.getName() + ". Give an interface that it implements");
        }
        Map<Method, Target> targets = new HashMap<>();
        for (Method method : type.getMethods()) {
            Tracker tracker = TrackedMethods.find(metrics, method, target.getClass()).orElse(null);
            targets.put(method, new Target(opened(method), target, tracker));
        }
        if (targets.values().stream().allMatch(found -> found.tracker() == null)) {
            throw new IllegalArgumentException("instrument: no method of " + type.getName() + " or "
                + target.getClass().getName() + " is annotated. Annotate with @TrackRequestMetrics, @TrackConverter or "
                + "@CountErrors");
        }
        if (!metrics.isEnabled()) {
            return target;
        }
        InvocationHandler handler = (proxy, method, arguments) -> {
            Target found = targets.get(method);
            // Not in the interface: equals, hashCode and toString, which the target answers for itself.
            return (found == null ? new Target(method, target, null) : found)
                .call(arguments == null ? NO_ARGUMENTS : arguments);
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[]{type}, handler));
    }

    /** A method of the target, with the tracker that measures it, if one does. */
    private record Target(Method method, Object object, @Nullable Tracker tracker) {
        @Nullable
        Object call(@Nullable Object... arguments) throws Throwable {
            try {
                if (tracker == null) {
                    return method.invoke(object, arguments);
                }
                if (Flow.Publisher.class.isAssignableFrom(method.getReturnType())) {
                    return tracker.publisher((Flow.Publisher<?>) method.invoke(object, arguments));
                }
                Callable<@Nullable Object> call = () -> method.invoke(object, arguments);
                return tracker.invoke(call, arguments);
            } catch (InvocationTargetException e) {
                Throwable cause = e.getCause();
                throw cause == null ? e : cause;
            }
        }
    }

    /** An interface that is not public can be proxied, but not be called through reflection as it is. */
    private static Method opened(Method method) {
        try {
            method.setAccessible(true);
            return method;
        } catch (InaccessibleObjectException e) {
            throw new IllegalArgumentException("instrument: " + method + " cannot be reached from metrics-core. "
                + "Make the interface public, or open its package to this module", e);
        }
    }
}
