/**
 * A scrape endpoint on the JDK's own HTTP server, for programs without a framework.
 */
@NullMarked
package dev.sightglass.metrics.server;

import org.jspecify.annotations.NullMarked;
