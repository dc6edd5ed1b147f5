/** What is scraped in a comparison. */
@NullMarked
package dev.sightglass.benchmarks.scrape;

import org.jspecify.annotations.NullMarked;
