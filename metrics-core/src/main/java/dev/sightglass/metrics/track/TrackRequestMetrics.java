package dev.sightglass.metrics.track;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Counts and times calls of a method, or of every method of a type: {@code operation_requests_total} by outcome,
 * {@code operation_duration_seconds}, {@code operation_active} and {@code operation_errors_total} by type.
 *
 * <p>
 * A call that returns a future or a publisher ends when that does. One that is cancelled is not an error.
 *
 * @since 0.1.0
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface TrackRequestMetrics {
    /**
     * The operation's name in the {@code operation} label.
     *
     * @return the name; empty for the simple name of the type and the name of the method, joined by a dot
     */
    String value() default "";
}
