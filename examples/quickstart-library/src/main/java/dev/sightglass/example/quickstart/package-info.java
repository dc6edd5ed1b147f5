/**
 * A program without any framework that can be watched. Start at {@link Main}; the metrics are in {@link FileHasher}.
 */
@NullMarked
package dev.sightglass.example.quickstart;

import org.jspecify.annotations.NullMarked;
