/** The example as a user sees it: over HTTP. */
@NullMarked
package dev.sightglass.example.micronaut;

import org.jspecify.annotations.NullMarked;
