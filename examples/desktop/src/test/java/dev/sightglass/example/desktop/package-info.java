/** The window's parts, without a window. */
@NullMarked
package dev.sightglass.example.desktop;

import org.jspecify.annotations.NullMarked;
