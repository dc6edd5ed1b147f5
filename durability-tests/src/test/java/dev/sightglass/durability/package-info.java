/** The short forms of the durability tests. */
@NullMarked
package dev.sightglass.durability;

import org.jspecify.annotations.NullMarked;
