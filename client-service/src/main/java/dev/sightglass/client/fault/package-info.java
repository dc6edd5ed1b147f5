/**
 * Where the crash tests end the process. Knows nothing of the rest, and does nothing unless it is asked to.
 */
@NullMarked
package dev.sightglass.client.fault;

import org.jspecify.annotations.NullMarked;
