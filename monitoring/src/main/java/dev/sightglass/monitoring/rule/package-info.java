/**
 * The catalogue of alerts and recording rules: what is watched, from where on it is bad, and for how long. Everything that speaks of a rule
 * is written from here.
 */
@NullMarked
package dev.sightglass.monitoring.rule;

import org.jspecify.annotations.NullMarked;
