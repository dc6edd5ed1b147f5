@NullMarked
package dev.sightglass.health.application;

import org.jspecify.annotations.NullMarked;
