/**
 * Advice for the annotations of {@link dev.sightglass.metrics.track}, which know nothing of Micronaut.
 */
@NullMarked
package dev.sightglass.metrics.micronaut.track;

import org.jspecify.annotations.NullMarked;
