/** What every store must do, as suites that each store runs. */
@org.jspecify.annotations.NullMarked
package dev.sightglass.client.queue.store;
