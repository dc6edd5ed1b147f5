/**
 * Builders for WATS reports, for converters whose format is not WSJF already.
 *
 * <p>
 * Start at {@link dev.sightglass.converter.report.TestReport} or {@link dev.sightglass.converter.report.RepairReport}. Builders are not
 * thread-safe and are used once; texts are trimmed, and empty ones left out. What the service adds by itself (station identity, times,
 * id) need not be set.
 */
@NullMarked
package dev.sightglass.converter.report;

import org.jspecify.annotations.NullMarked;
