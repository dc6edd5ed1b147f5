/**
 * The correlation id of an incoming request, kept through everything that Micronaut does for it.
 */
@NullMarked
package dev.sightglass.metrics.micronaut.correlation;

import org.jspecify.annotations.NullMarked;
