package dev.sightglass.example.micronaut;

import io.micronaut.http.annotation.Get;
import io.micronaut.http.client.annotation.Client;
import reactor.core.publisher.Mono;

/** The price service: its calls are measured, and carry the correlation id. */
@Client("prices")
interface PriceClient {

    @Get("/prices/{part}")
    Mono<Long> price(String part);
}
