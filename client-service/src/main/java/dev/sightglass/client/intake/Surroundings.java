package dev.sightglass.client.intake;

import dev.sightglass.client.convert.Conversion;
import dev.sightglass.client.convert.Fate;
import dev.sightglass.health.ProgressGroup;
import dev.sightglass.metrics.group.FolderMetrics;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * What a drop folder needs of the world.
 *
 * @param config what all folders have in common
 * @param intake takes a source and tells its fate
 * @param claims the files that any folder has under way; thread-safe
 * @param metrics told of files and listings
 * @param loops the pulses of all threads
 * @param clock the time of day
 * @param nanos a clock that nobody sets
 */
record Surroundings(IntakeConfig config, Function<Conversion, CompletionStage<Fate>> intake, Set<Path> claims,
    FolderMetrics metrics, ProgressGroup loops, InstantSource clock, LongSupplier nanos) {}
