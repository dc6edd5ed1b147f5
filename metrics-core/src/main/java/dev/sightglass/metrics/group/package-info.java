/**
 * Ready groups of metrics: objects with verbs for what most services do. A group declares its metrics as constants,
 * registers them with the collector that it is given, and may be made any number of times over the same collector.
 */
@NullMarked
package dev.sightglass.metrics.group;

import org.jspecify.annotations.NullMarked;
