/** Takes the server away for days. */
@NullMarked
package dev.sightglass.durability.outage;

import org.jspecify.annotations.NullMarked;
