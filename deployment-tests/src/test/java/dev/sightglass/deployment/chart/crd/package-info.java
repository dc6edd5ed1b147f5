/**
 * Resources of operators whose types no library has: the fields that the chart may use, and no other.
 */
@NullMarked
package dev.sightglass.deployment.chart.crd;

import org.jspecify.annotations.NullMarked;
