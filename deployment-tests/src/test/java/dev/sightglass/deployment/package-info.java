/**
 * What the tests of chart and image share.
 */
@NullMarked
package dev.sightglass.deployment;

import org.jspecify.annotations.NullMarked;
