package dev.sightglass.metrics.micronaut.track;

import io.micronaut.aop.Around;
import io.micronaut.context.annotation.Executable;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Stands, in compiled code, beside each of {@code @TrackRequestMetrics}, {@code @TrackConverter} and
 * {@code @CountErrors}: the annotation processor adds it. Written by hand it does nothing.
 *
 * @since 0.1.0
 */
@Around
@Executable(processOnStartup = true)
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Tracked {}
