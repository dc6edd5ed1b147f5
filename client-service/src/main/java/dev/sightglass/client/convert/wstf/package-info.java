/**
 * The WATS Standard Text Format: tab-separated lines between markers, one or several units per file.
 */
@NullMarked
package dev.sightglass.client.convert.wstf;

import org.jspecify.annotations.NullMarked;
