/**
 * The management port: a small HTTP server of its own that answers probes, details, build information and metrics.
 *
 * <p>Entry types: {@link dev.sightglass.health.management.ManagementServer}, and
 * {@link dev.sightglass.health.management.ManagementEndpoint} for an application's own paths. Nothing here may block an
 * event loop, and nothing here knows Micronaut.
 */
@NullMarked
package dev.sightglass.health.management;

import org.jspecify.annotations.NullMarked;
