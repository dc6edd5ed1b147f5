package dev.sightglass.metrics.micronaut.track;

import dev.sightglass.metrics.track.CountErrors;
import dev.sightglass.metrics.track.TrackConverter;
import dev.sightglass.metrics.track.TrackRequestMetrics;
import io.micronaut.core.async.annotation.SingleResult;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Methods of every kind, some of which do not end by themselves. */
@Singleton
class Work {
    static final String FAILS = "fails";

    final CompletableFuture<String> pending = new CompletableFuture<>();

    @TrackRequestMetrics("greet")
    String greet(String name) {
        if (name.equals(FAILS)) {
            throw new IllegalArgumentException("on purpose");
        }
        return "hello " + name;
    }

    @TrackRequestMetrics
    void unnamed() {}

    void greetTwice() {
        greet("a");
        greet("b");
    }

    @TrackRequestMetrics("stage")
    CompletionStage<String> stage() {
        return pending;
    }

    @TrackRequestMetrics("mono")
    Mono<String> mono(Mono<String> source) {
        return source;
    }

    @TrackRequestMetrics("flux")
    Flux<String> flux(Flux<String> source) {
        return source;
    }

    @TrackRequestMetrics("publisher")
    Publisher<String> publisher(Publisher<String> source) {
        return source;
    }

    @SingleResult
    @TrackRequestMetrics("single")
    Publisher<String> single(Publisher<String> source) {
        return source;
    }

    @TrackRequestMetrics("flow")
    Flow.Publisher<String> flow(SubmissionPublisher<String> source) {
        return source;
    }

    @TrackConverter("csv")
    List<String> convert(byte[] input) {
        if (input.length == 0) {
            throw new IllegalStateException("empty");
        }
        return List.of("one", "two", "three");
    }

    @CountErrors("risky")
    String risky(boolean fail) {
        if (fail) {
            throw new UnsupportedOperationException("on purpose");
        }
        return "fine";
    }
}
