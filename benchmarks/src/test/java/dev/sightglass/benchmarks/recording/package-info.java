/** The tool that judges is judged first. */
@NullMarked
package dev.sightglass.benchmarks.recording;

import org.jspecify.annotations.NullMarked;
