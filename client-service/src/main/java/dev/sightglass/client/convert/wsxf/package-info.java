/**
 * The WATS Standard XML Format: the data of WSJF under other names, with words where WSJF has letters.
 */
@NullMarked
package dev.sightglass.client.convert.wsxf;

import org.jspecify.annotations.NullMarked;
