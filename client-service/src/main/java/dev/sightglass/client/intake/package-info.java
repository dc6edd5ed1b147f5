/**
 * Where sources come in: drop folders, and bodies sent over HTTP. Hands each source to {@code convert} and settles it by its fate.
 */
@NullMarked
package dev.sightglass.client.intake;

import org.jspecify.annotations.NullMarked;
