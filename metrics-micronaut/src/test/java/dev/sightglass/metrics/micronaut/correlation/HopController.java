package dev.sightglass.metrics.micronaut.correlation;

import dev.sightglass.metrics.correlation.CorrelationContext;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.async.annotation.SingleResult;
import io.micronaut.core.propagation.PropagatedContext;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.FutureTask;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Answers with the id that is seen after one hop; below {@code /call} with the id that a callee then receives. */
@Controller("/hop")
@Requires(property = "spec.name", value = "hops")
class HopController {
    private final ExecutorService io;
    private final EchoClient echo;

    HopController(@Named(TaskExecutors.IO) ExecutorService io, EchoClient echo) {
        this.io = io;
        this.echo = echo;
    }

    @Get("/event-loop")
    String eventLoop() {
        return Seen.here();
    }

    @Get("/blocking")
    @ExecuteOn(TaskExecutors.BLOCKING)
    String blocking() {
        return Thread.currentThread().isVirtual() ? Seen.here() : "not a virtual thread";
    }

    @Get("/io")
    @ExecuteOn(TaskExecutors.IO)
    String io() {
        return Seen.here();
    }

    @Get("/injected-executor")
    CompletionStage<String> injectedExecutor() {
        return CompletableFuture.supplyAsync(Seen::here, io);
    }

    @Get("/common-pool")
    CompletionStage<String> commonPool() {
        return CompletableFuture.supplyAsync(CorrelationContext.wrapSupplier(Seen::here), ForkJoinPool.commonPool());
    }

    @Get("/virtual-thread")
    @ExecuteOn(TaskExecutors.BLOCKING)
    String virtualThread() throws ExecutionException, InterruptedException {
        var task = new FutureTask<>(CorrelationContext.wrap(Seen::here));
        Thread.ofVirtual().start(task);
        return task.get();
    }

    @Get("/virtual-thread-with-everything")
    @ExecuteOn(TaskExecutors.BLOCKING)
    String virtualThreadWithEverything() throws ExecutionException, InterruptedException {
        var task = new FutureTask<>(Seen::here);
        Thread.ofVirtual().start(PropagatedContext.wrapCurrent(task));
        return task.get();
    }

    @Get("/publish-on")
    Mono<String> publishOn() {
        return Mono.just("x").publishOn(Schedulers.parallel()).map(x -> Seen.here());
    }

    @Get("/subscribe-on")
    Mono<String> subscribeOn() {
        return Mono.fromSupplier(Seen::here).subscribeOn(Schedulers.boundedElastic());
    }

    @Get("/delay")
    Mono<String> delay() {
        return Mono.delay(Duration.ofMillis(1)).map(x -> Seen.here());
    }

    @Get("/many-hops")
    @SingleResult
    Publisher<String> manyHops() {
        return Flux.just("x").publishOn(Schedulers.parallel()).concatMap(x -> Mono.delay(Duration.ofMillis(1)))
            .publishOn(Schedulers.boundedElastic()).map(x -> Seen.here());
    }

    @Get("/call/event-loop")
    Mono<String> callFromEventLoop() {
        return Mono.from(echo.echo());
    }

    @Get("/call/blocking")
    @ExecuteOn(TaskExecutors.BLOCKING)
    String callBlocking() {
        return echo.echoBlocking();
    }

    @Get("/call/after-publish-on")
    Mono<String> callAfterPublishOn() {
        return Mono.just("x").publishOn(Schedulers.parallel()).flatMap(x -> Mono.from(echo.echo()));
    }

    @Get("/call/after-call")
    Mono<String> callAfterCall() {
        return Mono.from(echo.echo()).flatMap(first -> Mono.from(echo.echo()).map(
            second -> first.equals(second) && Seen.here().equals(first) ? first : first + " then " + second));
    }

    @Get("/call/virtual-thread")
    @ExecuteOn(TaskExecutors.BLOCKING)
    String callFromVirtualThread() throws ExecutionException, InterruptedException {
        var task = new FutureTask<>(CorrelationContext.wrap(echo::echoBlocking));
        Thread.ofVirtual().start(task);
        return task.get();
    }

    @Get("/call/common-pool")
    CompletionStage<String> callFromCommonPool() {
        return CompletableFuture.supplyAsync(CorrelationContext.wrapSupplier(echo::echoBlocking),
            ForkJoinPool.commonPool());
    }

    @Get("/failing")
    String failing() {
        throw new IllegalStateException("on purpose");
    }
}
