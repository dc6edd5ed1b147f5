/** Tests on real servers and real clients. */
@NullMarked
package dev.sightglass.metrics.micronaut.http;

import org.jspecify.annotations.NullMarked;
