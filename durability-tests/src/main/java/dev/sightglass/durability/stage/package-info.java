/** What every storm needs: the service as a process, its folders and its server, and the books. */
@NullMarked
package dev.sightglass.durability.stage;

import org.jspecify.annotations.NullMarked;
