/**
 * The durable queue between conversion and upload. SQL lives in {@code queue.store} only.
 */
@NullMarked
package dev.sightglass.client.queue;

import org.jspecify.annotations.NullMarked;
