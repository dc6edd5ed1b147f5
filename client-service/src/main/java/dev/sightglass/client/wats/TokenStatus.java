package dev.sightglass.client.wats;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the token is, without a word of it.
 *
 * @param isPresent whether there is one
 * @param isFileReadable whether its file could be read just now; true when it does not come from a file
 * @param expiry when it ceases to be valid; null when it does not say
 */
record TokenStatus(boolean isPresent, boolean isFileReadable, @Nullable Instant expiry) {}
