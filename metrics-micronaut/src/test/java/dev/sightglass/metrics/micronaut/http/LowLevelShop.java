package dev.sightglass.metrics.micronaut.http;

import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.annotation.Client;
import jakarta.inject.Singleton;

/** A client of a configured service, but not made from an interface. */
@Singleton
record LowLevelShop(@Client("shop") HttpClient client) {}
