/**
 * How a scrape looks on the wire: formats, content negotiation, filters and the JSON summary. No server belongs here.
 */
@NullMarked
package dev.sightglass.metrics.exposition;

import org.jspecify.annotations.NullMarked;
