package dev.sightglass.docs.snippets;

import dev.sightglass.metrics.correlation.CorrelationContext;
import dev.sightglass.metrics.correlation.CorrelationId;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Work that changes threads, for docs/correlation.md. */
final class Hops {

    private final ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor();

    void scope(CorrelationId id, Runnable work) {
        try (var _ = CorrelationContext.open(id)) {
            work.run();
        }
    }

    void oneTask(Runnable work) {
        pool.execute(CorrelationContext.wrap(work));
    }

    Executor everyTask() {
        return CorrelationContext.wrap((Executor) pool);
    }

    CompletableFuture<String> stages(String part) {
        Executor carrying = CorrelationContext.wrap((Executor) pool);
        return CompletableFuture.supplyAsync(() -> lookUp(part), carrying).thenApplyAsync(String::strip, carrying);
    }

    Thread ownThread(Runnable work) {
        return Thread.ofVirtual().start(CorrelationContext.wrap(work));
    }

    private String lookUp(String part) {
        return part + " under " + CorrelationContext.current().orElseThrow();
    }

    void close() {
        pool.close();
    }
}
