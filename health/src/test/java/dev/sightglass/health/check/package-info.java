@NullMarked
package dev.sightglass.health.check;

import org.jspecify.annotations.NullMarked;
