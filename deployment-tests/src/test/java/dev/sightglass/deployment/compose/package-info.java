/**
 * The example for one machine.
 */
@NullMarked
package dev.sightglass.deployment.compose;

import org.jspecify.annotations.NullMarked;
