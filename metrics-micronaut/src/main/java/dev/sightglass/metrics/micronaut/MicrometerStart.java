package dev.sightglass.metrics.micronaut;

import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;

/** Makes Micrometer's registry at start. Its binders fill it only then, and would miss from every scrape before. */
@Context
@Requires(beans = MeterRegistry.class)
record MicrometerStart(MeterRegistry registry) {}
