/**
 * What a scrape costs, and what it costs those who update meanwhile: ours beside client_java's and Micrometer's. Start at
 * {@link ScrapeBenchmark}.
 */
@NullMarked
package dev.sightglass.benchmarks.scrape;

import org.jspecify.annotations.NullMarked;
