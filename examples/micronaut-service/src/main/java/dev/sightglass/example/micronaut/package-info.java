/**
 * A shop that quotes prices, as an example of a Micronaut service that can be watched. Start at {@link QuoteController}.
 */
@NullMarked
package dev.sightglass.example.micronaut;

import org.jspecify.annotations.NullMarked;
