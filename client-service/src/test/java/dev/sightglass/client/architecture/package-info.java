/** The rules of the house, checked on the built classes of all modules. */
@NullMarked
package dev.sightglass.client.architecture;

import org.jspecify.annotations.NullMarked;
