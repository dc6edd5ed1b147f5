package dev.sightglass.example.micronaut;

import io.micronaut.core.annotation.Introspected;

/**
 * An offer.
 *
 * @param part what
 * @param count how many
 * @param cents for how much in all
 */
@Introspected
record Quote(String part, int count, long cents) {}
