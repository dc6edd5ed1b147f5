/**
 * Measures work without touching it: annotations on interfaces, a proxy that honours them, and wrappers for lambdas,
 * futures and publishers. Frameworks with interception of their own build on
 * {@link dev.sightglass.metrics.track.Tracker}.
 */
@NullMarked
package dev.sightglass.metrics.track;

import org.jspecify.annotations.NullMarked;
