@NullMarked
package dev.sightglass.health;

import org.jspecify.annotations.NullMarked;
