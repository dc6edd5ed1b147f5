package dev.sightglass.metrics.track;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Counts calls of a method that fail, by type of error, and nothing else: {@code operation_errors_total}.
 *
 * @since 0.1.0
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface CountErrors {
    /**
     * The operation's name in the {@code operation} label.
     *
     * @return the name; empty for the simple name of the type and the name of the method, joined by a dot
     */
    String value() default "";
}
