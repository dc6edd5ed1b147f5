package dev.sightglass.client.intake;

import dev.sightglass.metrics.correlation.CorrelationId;
import java.time.Instant;

/**
 * What is fixed when a file is first seen.
 *
 * @param id its correlation id from here on
 * @param at when that was
 */
record Detection(CorrelationId id, Instant at) {}
