/**
 * The queue in one SQLite file beside the service.
 */
@NullMarked
package dev.sightglass.client.queue.store.sqlite;

import org.jspecify.annotations.NullMarked;
