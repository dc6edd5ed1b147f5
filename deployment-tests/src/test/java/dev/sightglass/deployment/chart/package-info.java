/**
 * The Helm chart, rendered by Helm itself and held to what it promises.
 */
@NullMarked
package dev.sightglass.deployment.chart;

import org.jspecify.annotations.NullMarked;
