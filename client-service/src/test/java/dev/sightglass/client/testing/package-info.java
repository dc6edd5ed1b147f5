/** What the tests of several features share. */
@NullMarked
package dev.sightglass.client.testing;

import org.jspecify.annotations.NullMarked;
