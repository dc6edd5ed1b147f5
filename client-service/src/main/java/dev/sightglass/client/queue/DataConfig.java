package dev.sightglass.client.queue;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.nio.file.Path;

/**
 * Where the service keeps what must not be lost.
 *
 * @param dataDir the folder of the durable queue; belongs to one process at a time
 */
@ConfigurationProperties("sightglass")
public record DataConfig(@Bindable(defaultValue = "sightglass-data") Path dataDir) {}
