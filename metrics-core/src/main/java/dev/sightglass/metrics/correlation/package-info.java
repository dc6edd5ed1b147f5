/**
 * One id through everything that happens because of one event: in logs, in outgoing calls, in exemplars. Start at
 * {@link dev.sightglass.metrics.correlation.CorrelationContext}.
 */
@NullMarked
package dev.sightglass.metrics.correlation;

import org.jspecify.annotations.NullMarked;
