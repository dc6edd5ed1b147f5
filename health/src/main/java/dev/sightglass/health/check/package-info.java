/**
 * Checks that any service can use: disk, memory, deadlock, clock, and its own main listener.
 */
@NullMarked
package dev.sightglass.health.check;

import org.jspecify.annotations.NullMarked;
