/**
 * The order in which the service starts, and how it stops.
 */
@NullMarked
package dev.sightglass.client.lifecycle;

import org.jspecify.annotations.NullMarked;
