@NullMarked
package dev.sightglass.benchmarks;

import org.jspecify.annotations.NullMarked;
