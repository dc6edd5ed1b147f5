/** Tests of what is written about the service. */
@NullMarked
package dev.sightglass.docs;

import org.jspecify.annotations.NullMarked;
