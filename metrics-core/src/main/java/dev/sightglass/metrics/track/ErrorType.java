package dev.sightglass.metrics.track;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/**
 * The type of a failure as a label: the simple name of its class, with wrappers that only carry another failure taken
 * off. The label that takes it is bounded, so a program that invents classes cannot flood it.
 *
 * @since 0.1.0
 */
public final class ErrorType {
    private static final int MOST_WRAPPERS = 8;

    private ErrorType() {}

    /**
     * The label of a failure.
     *
     * @param failure what was thrown
     * @return such as {@code IllegalStateException}
     */
    public static String of(Throwable failure) {
        Class<?> type = unwrap(failure).getClass();
        while (type.getSimpleName().isEmpty() && type.getSuperclass() != null) {
            type = type.getSuperclass();
        }
        return type.getSimpleName();
    }

    /**
     * Whether a failure only says that the caller gave up.
     *
     * @param failure what was thrown
     * @return true for cancellation and interruption
     */
    public static boolean isCancellation(Throwable failure) {
        Throwable cause = unwrap(failure);
        return cause instanceof CancellationException || cause instanceof InterruptedException;
    }

    private static Throwable unwrap(Throwable failure) {
        Throwable inner = failure;
        for (int i = 0; i < MOST_WRAPPERS && isWrapper(inner); i++) {
            Throwable cause = inner.getCause();
            if (cause == null) {
                return inner;
            }
            inner = cause;
        }
        return inner;
    }

    private static boolean isWrapper(Throwable failure) {
        return failure instanceof CompletionException || failure instanceof ExecutionException
            || failure instanceof InvocationTargetException || failure instanceof UndeclaredThrowableException;
    }
}
