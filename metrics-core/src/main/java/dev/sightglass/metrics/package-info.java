/**
 * Typed, bounded, documented metrics over the Prometheus client, for any Java program. Start at
 * {@link dev.sightglass.metrics.MetricsCollector}; ready-made groups are in {@code dev.sightglass.metrics.group}. No
 * framework, no server and no thread belongs here.
 */
@NullMarked
package dev.sightglass.metrics;

import org.jspecify.annotations.NullMarked;
