package dev.sightglass.benchmarks.scrape;

import dev.sightglass.metrics.exposition.Format;
import java.io.IOException;
import java.io.OutputStream;

/** Something that can be scraped. */
@FunctionalInterface
interface Exposed {
    void write(Format format, OutputStream out) throws IOException;
}
