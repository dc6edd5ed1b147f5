/** Keeps the queue full over many lives of the service. */
@NullMarked
package dev.sightglass.durability.limits;

import org.jspecify.annotations.NullMarked;
