/**
 * The queue in PostgreSQL, shared by any number of replicas.
 */
@NullMarked
package dev.sightglass.client.queue.store.postgresql;

import org.jspecify.annotations.NullMarked;
