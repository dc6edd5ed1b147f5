/**
 * HTTP from a process to itself, to see whether a listener really answers.
 */
@NullMarked
package dev.sightglass.health.local;

import org.jspecify.annotations.NullMarked;
