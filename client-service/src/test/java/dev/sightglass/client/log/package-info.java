/** Tests of the log. */
@NullMarked
package dev.sightglass.client.log;

import org.jspecify.annotations.NullMarked;
