/**
 * From the queue to the server: workers, what each answer means, and when to try again.
 */
@NullMarked
package dev.sightglass.client.upload;

import org.jspecify.annotations.NullMarked;
