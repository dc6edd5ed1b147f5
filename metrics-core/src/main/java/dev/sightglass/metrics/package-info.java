@NullMarked
package dev.sightglass.metrics;

import org.jspecify.annotations.NullMarked;
