/** The long forms of the durability tests, as one program. */
@NullMarked
package dev.sightglass.durability;

import org.jspecify.annotations.NullMarked;
