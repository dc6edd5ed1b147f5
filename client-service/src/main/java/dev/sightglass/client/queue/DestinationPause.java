package dev.sightglass.client.queue;

import java.time.Instant;

/**
 * Uploads are stopped by an operator.
 *
 * @param since when
 * @param who stopped them
 * @param reason why
 */
public record DestinationPause(Instant since, String who, String reason) {}
