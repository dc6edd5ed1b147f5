/** The whole system: from a file in a drop folder to the server's 200. */
@NullMarked
package dev.sightglass.benchmarks.delivery;

import org.jspecify.annotations.NullMarked;
