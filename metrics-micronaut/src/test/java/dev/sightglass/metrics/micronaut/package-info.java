/** Tests on real servers and real clients. */
@NullMarked
package dev.sightglass.metrics.micronaut;

import org.jspecify.annotations.NullMarked;
