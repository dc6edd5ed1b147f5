/** Kills the service at random and at every named step. */
@NullMarked
package dev.sightglass.durability.crash;

import org.jspecify.annotations.NullMarked;
