@NullMarked
package dev.sightglass.metrics.micronaut;

import org.jspecify.annotations.NullMarked;
