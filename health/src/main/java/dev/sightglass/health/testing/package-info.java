/**
 * The contract of the management port as tests that any application can run against itself. Needs no test framework.
 */
@NullMarked
package dev.sightglass.health.testing;

import org.jspecify.annotations.NullMarked;
