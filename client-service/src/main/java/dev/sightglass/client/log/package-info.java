/**
 * How the log is written: its fields, its two formats, and what keeps text from outside harmless in it. Knows no feature.
 */
@NullMarked
package dev.sightglass.client.log;

import org.jspecify.annotations.NullMarked;
