@NullMarked
package dev.sightglass.health.testing;

import org.jspecify.annotations.NullMarked;
