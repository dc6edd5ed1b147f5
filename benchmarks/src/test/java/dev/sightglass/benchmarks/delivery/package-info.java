/** The statistics of whole-system figures. */
@NullMarked
package dev.sightglass.benchmarks.delivery;

import org.jspecify.annotations.NullMarked;
