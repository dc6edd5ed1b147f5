/**
 * The image, built and run in the real Docker engine.
 */
@NullMarked
package dev.sightglass.deployment.image;

import org.jspecify.annotations.NullMarked;
