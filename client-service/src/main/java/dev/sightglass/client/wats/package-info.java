/**
 * The WATS server as an HTTP peer: its endpoints, its answers, and the cache of its look-ups.
 */
@NullMarked
package dev.sightglass.client.wats;

import org.jspecify.annotations.NullMarked;
