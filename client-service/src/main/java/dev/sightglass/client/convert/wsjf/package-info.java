/**
 * The WATS Standard JSON Format: passed on byte for byte.
 */
@NullMarked
package dev.sightglass.client.convert.wsjf;

import org.jspecify.annotations.NullMarked;
