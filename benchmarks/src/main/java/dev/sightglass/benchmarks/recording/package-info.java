/**
 * What one update costs: ours beside the libraries that it stands on and competes with. {@link RecordingBenchmark} runs the
 * JMH benchmarks of this package in rounds and holds the ratios against the bars.
 */
@NullMarked
package dev.sightglass.benchmarks.recording;

import org.jspecify.annotations.NullMarked;
