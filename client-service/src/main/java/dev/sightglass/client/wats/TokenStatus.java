package dev.sightglass.client.wats;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the token is, without a word of it.
 *
 * @param isCurrent whether its file could be read just now and held one; true when it does not come from a file
 * @param expiry when it ceases to be valid; null when it does not say
 */
record TokenStatus(boolean isCurrent, @Nullable Instant expiry) {}
