/**
 * Health that tells the truth: checks that run in the background, and probes that answer from memory.
 *
 * <p>Entry types: {@link dev.sightglass.health.HealthCheck} for what an application writes,
 * {@link dev.sightglass.health.HealthMonitor} for what runs the checks and answers. Nothing here knows HTTP or Micronaut.
 */
@NullMarked
package dev.sightglass.health;

import org.jspecify.annotations.NullMarked;
