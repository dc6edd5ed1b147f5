/**
 * The WSJF report: what the vendor requires of it, how it is completed, and its id.
 */
@NullMarked
package dev.sightglass.client.report;

import org.jspecify.annotations.NullMarked;
