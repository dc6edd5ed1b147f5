package dev.sightglass.client.lifecycle;

import java.lang.reflect.Proxy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes over SIGTERM and SIGINT from the JVM, which answers the first of them by its shutdown hooks and ignores all that follow. The
 * class for it belongs to no standard module, so that it is looked up by name: a JVM without it stops as usual and cannot be hurried.
 */
final class Signals {

    private static final Logger logger = LoggerFactory.getLogger(Signals.class);

    private Signals() {}

    /** Runs the act at every SIGTERM and SIGINT from now on. */
    static void onStop(Runnable act) {
        try {
            var signal = Class.forName("sun.misc.Signal");
            var handlerType = Class.forName("sun.misc.SignalHandler");
            var handler = Proxy.newProxyInstance(handlerType.getClassLoader(), new Class<?>[]{handlerType},
                (_, method, arguments) -> {
                    if (method.getName().equals("handle")) {
                        act.run();
                    }
                    return method.getName().equals("hashCode") ? (Object) 0 : null;
                });
            var handle = signal.getMethod("handle", signal, handlerType);
            for (var name : new String[]{"TERM", "INT"}) {
                handle.invoke(null, signal.getConstructor(String.class).newInstance(name), handler);
            }
        } catch (ReflectiveOperationException | RuntimeException unavailable) {
            logger.debug("This JVM hands over no signals; a second SIGTERM does not hurry the stop", unavailable);
        }
    }
}
