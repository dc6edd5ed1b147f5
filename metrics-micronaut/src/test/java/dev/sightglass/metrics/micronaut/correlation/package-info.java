/** Tests on real servers and real clients. */
@NullMarked
package dev.sightglass.metrics.micronaut.correlation;

import org.jspecify.annotations.NullMarked;
