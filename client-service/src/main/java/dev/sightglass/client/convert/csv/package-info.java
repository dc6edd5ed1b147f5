/**
 * Comma-separated values: one measurement per row, columns by title.
 */
@NullMarked
package dev.sightglass.client.convert.csv;

import org.jspecify.annotations.NullMarked;
