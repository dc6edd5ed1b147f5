/** Tests of the advice, compiled as an application would be. */
@NullMarked
package dev.sightglass.metrics.micronaut.track;

import org.jspecify.annotations.NullMarked;
