@NullMarked
package dev.sightglass.metrics.group;

import org.jspecify.annotations.NullMarked;
