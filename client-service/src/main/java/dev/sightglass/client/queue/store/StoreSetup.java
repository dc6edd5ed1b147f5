package dev.sightglass.client.queue.store;

import dev.sightglass.client.queue.QueueConfig;
import dev.sightglass.metrics.group.QueueMetrics;
import java.time.InstantSource;

/**
 * What every store is given, whatever database is below.
 *
 * @param queue its limits
 * @param history what is remembered
 * @param metrics told of what the queue takes and how long commits take
 * @param clock the time of day
 */
public record StoreSetup(QueueConfig queue, HistoryConfig history, QueueMetrics metrics, InstantSource clock) {}
