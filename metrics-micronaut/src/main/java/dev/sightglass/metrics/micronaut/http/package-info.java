/**
 * What is measured of outgoing HTTP calls, and what they carry.
 */
@NullMarked
package dev.sightglass.metrics.micronaut.http;

import org.jspecify.annotations.NullMarked;
