/**
 * What happened to each source and report, for people who ask where theirs is.
 */
@NullMarked
package dev.sightglass.client.journey;

import org.jspecify.annotations.NullMarked;
