@NullMarked
package dev.sightglass.health.micronaut;

import org.jspecify.annotations.NullMarked;
