/**
 * What the stores of the queue have in common: the tables, and the SQL that both speak. Where they differ is in {@code sqlite} and
 * {@code postgresql}.
 */
@NullMarked
package dev.sightglass.client.queue.store;

import org.jspecify.annotations.NullMarked;
