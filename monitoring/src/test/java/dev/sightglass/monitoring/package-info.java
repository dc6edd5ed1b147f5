@NullMarked
package dev.sightglass.monitoring;

import org.jspecify.annotations.NullMarked;
