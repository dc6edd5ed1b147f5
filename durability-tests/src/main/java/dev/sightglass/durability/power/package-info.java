/** Cuts the power: writes that nobody synced are gone. */
@NullMarked
package dev.sightglass.durability.power;

import org.jspecify.annotations.NullMarked;
