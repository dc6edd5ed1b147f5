package dev.sightglass.metrics;

import java.util.OptionalLong;

/**
 * What one metric costs.
 *
 * @param name the family's name, with namespace
 * @param type its type in words
 * @param labelSets how many label sets it has now
 * @param timeSeries how many time series a server stores for them, taken from the text format
 * @param bytes its size in a scrape in the text format, before compression
 * @param updates how many observations it has taken; empty where the client library does not count them, which is
 *            everything but histograms
 * @since 0.1.0
 */
public record MetricCost(String name, String type, long labelSets, long timeSeries, long bytes,
    OptionalLong updates) {}
