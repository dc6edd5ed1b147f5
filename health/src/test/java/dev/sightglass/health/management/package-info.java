@NullMarked
package dev.sightglass.health.management;

import org.jspecify.annotations.NullMarked;
