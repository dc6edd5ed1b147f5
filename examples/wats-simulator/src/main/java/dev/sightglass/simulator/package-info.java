/**
 * A WATS server good enough to develop against: it takes reports, checks what the vendor requires, remembers what came and how
 * often, and misbehaves on demand. Entry types: {@link dev.sightglass.simulator.WatsSimulator} in a test,
 * {@link dev.sightglass.simulator.Main} on a command line.
 */
@NullMarked
package dev.sightglass.simulator;

import org.jspecify.annotations.NullMarked;
