package dev.sightglass.client.queue.store;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * Which database holds the queue.
 *
 * @param store beside the service, or shared between replicas
 */
@ConfigurationProperties("sightglass.queue")
public record StoreConfig(@Bindable(defaultValue = "sqlite") Dialect store) {}
