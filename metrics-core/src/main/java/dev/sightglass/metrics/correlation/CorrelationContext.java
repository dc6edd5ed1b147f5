package dev.sightglass.metrics.correlation;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The correlation id of what the current thread works on. It is set for a scope and put back when the scope closes;
 * scopes nest. It does not cross threads by itself: wrap what is handed to another thread, platform or virtual.
 *
 * <p>
 * Each scope also tells a {@link ContextBridge}, if one is installed, so that the log context follows.
 *
 * @since 0.1.0
 */
public final class CorrelationContext {
    private static final ThreadLocal<@Nullable CorrelationId> CURRENT = new ThreadLocal<>();
    private static volatile ContextBridge bridge = ContextBridge.NONE;
    private static volatile boolean everUsed;

    private CorrelationContext() {}

    /**
     * A stretch of work under one id. Close it on the thread that opened it, in reverse order of opening.
     *
     * @since 0.1.0
     */
    public static final class Scope implements AutoCloseable {
        private final @Nullable CorrelationId outer;
        private boolean closed;

        private Scope(@Nullable CorrelationId outer) {
            this.outer = outer;
        }

        /** Puts back the id that was there before. Closing twice does nothing. */
        @Override
        public void close() {
            if (!closed) {
                closed = true;
                set(outer);
            }
        }
    }

    /**
     * The id of the current thread's work.
     *
     * @return the id, or empty outside of any scope
     */
    public static Optional<CorrelationId> current() {
        return Optional.ofNullable(currentOrNull());
    }

    /**
     * The id of the current thread's work, without an {@link Optional}: for paths that may not allocate.
     *
     * @return the id, or null outside of any scope
     */
    public static @Nullable CorrelationId currentOrNull() {
        return everUsed ? CURRENT.get() : null;
    }

    /**
     * Opens a scope on the current thread.
     *
     * @param id the id of the work to come
     * @return the scope, to be closed in a try-with-resources statement
     */
    public static Scope open(CorrelationId id) {
        everUsed = true;
        Scope scope = new Scope(CURRENT.get());
        set(id);
        return scope;
    }

    /**
     * Runs work under an id.
     *
     * @param id the id
     * @param work the work
     */
    public static void run(CorrelationId id, Runnable work) {
        Scope scope = open(id);
        try {
            work.run();
        } finally {
            scope.close();
        }
    }

    /**
     * Calls work under an id.
     *
     * @param id the id
     * @param work the work
     * @param <T> the type of its result
     * @return what the work returned
     * @throws Exception what the work threw
     */
    public static <T extends @Nullable Object> T call(CorrelationId id, Callable<T> work) throws Exception {
        Scope scope = open(id);
        try {
            return work.call();
        } finally {
            scope.close();
        }
    }

    /**
     * Work that carries the id of the thread that wraps it to the thread that runs it. Wrapped outside of any scope, it
     * runs outside of any scope.
     *
     * @param work the work
     * @return the same work under the present id
     */
    public static Runnable wrap(Runnable work) {
        CorrelationId id = currentOrNull();
        return () -> {
            CorrelationId outer = currentOrNull();
            set(id);
            try {
                work.run();
            } finally {
                set(outer);
            }
        };
    }

    /**
     * Work that carries the id of the thread that wraps it to the thread that calls it.
     *
     * @param work the work
     * @param <T> the type of its result
     * @return the same work under the present id
     */
    public static <T extends @Nullable Object> Callable<T> wrap(Callable<T> work) {
        CorrelationId id = currentOrNull();
        return () -> {
            CorrelationId outer = currentOrNull();
            set(id);
            try {
                return work.call();
            } finally {
                set(outer);
            }
        };
    }

    /**
     * A supplier that carries the id of the thread that wraps it to the thread that asks it.
     *
     * @param work the supplier
     * @param <T> the type of its result
     * @return the same supplier under the present id
     */
    public static <T extends @Nullable Object> Supplier<T> wrapSupplier(Supplier<T> work) {
        CorrelationId id = currentOrNull();
        return () -> {
            CorrelationId outer = currentOrNull();
            set(id);
            try {
                return work.get();
            } finally {
                set(outer);
            }
        };
    }

    /**
     * An executor whose tasks run under the id of the thread that hands them over.
     *
     * @param executor the executor that does the work
     * @return an executor that wraps every task
     */
    public static Executor wrap(Executor executor) {
        return task -> executor.execute(wrap(task));
    }

    /**
     * An executor whose tasks, executed, submitted or invoked, run under the id of the thread that hands them over. For
     * virtual threads wrap {@code Executors.newVirtualThreadPerTaskExecutor()}.
     *
     * @param executor the executor that does the work
     * @return an executor that wraps every task; shutting it down shuts down the other
     */
    public static ExecutorService wrap(ExecutorService executor) {
        return new CarryingExecutor(executor);
    }

    /**
     * Installs the bridge that follows every change of id, for the whole program. Without one, nothing follows.
     *
     * @param follower the bridge, such as {@link ContextBridge#mdc()}
     */
    public static void follow(ContextBridge follower) {
        bridge = follower;
    }

    private static void set(@Nullable CorrelationId id) {
        if (id == null) {
            if (!everUsed) {
                return;
            }
            CURRENT.remove();
        } else {
            everUsed = true;
            CURRENT.set(id);
        }
        bridge.changed(id);
    }
}
