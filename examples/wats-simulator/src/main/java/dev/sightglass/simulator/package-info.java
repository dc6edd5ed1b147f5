@NullMarked
package dev.sightglass.simulator;

import org.jspecify.annotations.NullMarked;
