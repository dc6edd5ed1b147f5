/**
 * From source to reports: the registry of converters, the pool that runs them, and one package per format.
 */
@NullMarked
package dev.sightglass.client.convert;

import org.jspecify.annotations.NullMarked;
