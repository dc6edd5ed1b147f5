/**
 * Holds a program's scrape, dashboards, rules and documents against its declarations, in any test framework. Needs
 * nothing but the JDK.
 */
@NullMarked
package dev.sightglass.metrics.testing;

import org.jspecify.annotations.NullMarked;
