package dev.sightglass.metrics.track;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Records calls of a method as conversions, see {@link dev.sightglass.metrics.group.ConverterMetrics}. The size of the
 * first {@code byte[]} argument is the size of the input; a returned collection is as many reports as it has elements,
 * anything else that is not null is one.
 *
 * @since 0.1.0
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface TrackConverter {
    /**
     * The converter's name in the {@code converter} label.
     *
     * @return the name
     */
    String value();
}
