/** What is written from the catalogue and the dashboards, file by file. */
@NullMarked
package dev.sightglass.monitoring.output;

import org.jspecify.annotations.NullMarked;
