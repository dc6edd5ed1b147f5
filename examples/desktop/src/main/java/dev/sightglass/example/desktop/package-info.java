/**
 * A Swing program that measures its own work. Start at {@link Main}; the metrics are in {@link WordCounter}, and
 * {@link MetricsPanel} shows them.
 */
@NullMarked
package dev.sightglass.example.desktop;

import org.jspecify.annotations.NullMarked;
