package dev.sightglass.metrics;

/**
 * A series that is read from its source at scrape time. Close it when the source goes away, and the series leaves the
 * scrape. Closing twice does nothing.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface Observed extends AutoCloseable {
    @Override
    void close();
}
