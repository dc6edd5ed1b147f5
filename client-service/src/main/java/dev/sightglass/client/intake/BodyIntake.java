package dev.sightglass.client.intake;

import dev.sightglass.client.convert.Content.Loaded;
import dev.sightglass.client.convert.Conversion;
import dev.sightglass.client.convert.ConversionPool;
import dev.sightglass.client.convert.ConverterException;
import dev.sightglass.client.convert.ConverterRegistry;
import dev.sightglass.client.convert.Fate;
import dev.sightglass.client.convert.Recipe;
import dev.sightglass.converter.Source;
import dev.sightglass.metrics.correlation.CorrelationId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;

/** Takes sources that are sent over HTTP the same way as files. Thread-safe. */
public final class BodyIntake implements AutoCloseable {

    /** The channel of such sources. */
    public static final String CHANNEL = "http";

    private static final String REPORT_CONVERTER = "wsjf";
    private static final int PRIORITY = 5;
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration AFTER_STOP = Duration.ofSeconds(10);

    private final ConverterRegistry registry;
    private final ConversionPool pool;
    private final InstantSource clock;
    private final Semaphore places;
    private volatile boolean closed;

    BodyIntake(ConverterRegistry registry, ConversionPool pool, InstantSource clock, int inFlight) {
        this.registry = registry;
        this.pool = pool;
        this.clock = clock;
        this.places = new Semaphore(inFlight);
    }

    /**
     * Takes one WSJF report.
     *
     * @param id the correlation id of the call
     * @param json the report; not copied
     * @return its fate, once it is durable; never completes exceptionally
     */
    public CompletionStage<Fate> submitReport(CorrelationId id, byte[] json) {
        return submitFile(id, REPORT_CONVERTER, "report.json", json);
    }

    /**
     * Takes a file for a converter with its default arguments.
     *
     * @param id the correlation id of the call
     * @param converter the converter's name
     * @param filename the name that the caller gave
     * @param body the content; not copied
     * @return its fate, once it is durable; never completes exceptionally
     * @throws ConverterException when there is no such converter; says which is meant, or which there are
     * @throws IllegalArgumentException when the converter has a required argument, and so serves folders only
     */
    public CompletionStage<Fate> submitFile(CorrelationId id, String converter, String filename, byte[] body) {
        var recipe = Recipe.of(registry.get(converter));
        if (closed) {
            return CompletableFuture.completedStage(new Fate.Deferred("the service is stopping", AFTER_STOP));
        }
        if (!places.tryAcquire()) {
            return CompletableFuture.completedStage(new Fate.Deferred("too many calls are under way", SOON));
        }
        var now = clock.instant();
        var source = new Source(filename, body, now);
        return pool
            .submit(new Conversion(id, CHANNEL, filename, body.length, now, PRIORITY, recipe,
                () -> new Loaded.Whole(source)))
            .whenComplete((fate, failure) -> places.release());
    }

    /** Takes nothing more; callers are asked to come again. What was taken goes its way. */
    @Override
    public void close() {
        closed = true;
    }
}
