/** Tests of the commands. */
@NullMarked
package dev.sightglass.client.cli;

import org.jspecify.annotations.NullMarked;
