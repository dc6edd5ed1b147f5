/** Fills a small disk and frees it again. */
@NullMarked
package dev.sightglass.durability.disk;

import org.jspecify.annotations.NullMarked;
