/**
 * The queue's stores: SQLite beside the service, PostgreSQL between replicas.
 */
@NullMarked
package dev.sightglass.client.queue.store;

import org.jspecify.annotations.NullMarked;
