/**
 * Puts health and the management port into a Micronaut application: configuration, beans, start and stop.
 */
@NullMarked
package dev.sightglass.health.micronaut;

import org.jspecify.annotations.NullMarked;
