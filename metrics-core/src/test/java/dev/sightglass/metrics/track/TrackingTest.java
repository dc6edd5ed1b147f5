package dev.sightglass.metrics.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightglass.metrics.MetricsCollector;
import dev.sightglass.metrics.Scrapes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import org.junit.jupiter.api.Test;

class TrackingTest {
    private final MetricsCollector metrics = MetricsCollector.create();

    interface Oven {
        @TrackRequestMetrics("bake")
        String bake(String dough) throws IOException;

        @TrackRequestMetrics
        CompletionStage<String> bakeLater();

        @TrackRequestMetrics("stream")
        Flow.Publisher<String> stream();

        @TrackConverter("mixer")
        List<String> mix(byte[] flour);

        @CountErrors("clean")
        void clean();

        default int temperature() {
            return 220;
        }
    }

    private static final class Kitchen implements Oven {
        private final CompletableFuture<String> later = new CompletableFuture<>();
        private final SubmissionPublisher<String> loaves = new SubmissionPublisher<>(Runnable::run, 8);

        @Override
        public String bake(String dough) throws IOException {
            if (dough.isEmpty()) {
                throw new IOException("nothing to bake");
            }
            return dough + " bread";
        }

        @Override
        public CompletionStage<String> bakeLater() {
            return later;
        }

        @Override
        public Flow.Publisher<String> stream() {
            return loaves;
        }

        @Override
        public List<String> mix(byte[] flour) {
            return List.of("dough", "more dough");
        }

        @Override
        public void clean() {
            throw new IllegalStateException("no soap");
        }
    }

    private final Kitchen kitchen = new Kitchen();
    private final Oven oven = metrics.instrument(Oven.class, kitchen);

    @Test
    void annotatedMethodsAreCountedAndTimed() throws IOException {
        assertThat(oven.bake("rye")).isEqualTo("rye bread");

        assertThat(requests("bake", "success")).isOne();
        assertThat(value("sightglass_operation_duration_seconds_count{operation=\"bake\"}")).isOne();
        assertThat(value("sightglass_operation_active{operation=\"bake\"}")).isZero();
    }

    @Test
    void theCallersSeeTheVeryExceptionAndItIsCountedByType() {
        assertThatThrownBy(() -> oven.bake("")).isInstanceOf(IOException.class).hasMessage("nothing to bake");

        assertThat(requests("bake", "error")).isOne();
        assertThat(errors("bake", "IOException")).isOne();
    }

    @Test
    void aFutureEndsTheCallWhenItEnds() {
        CompletionStage<String> stage = oven.bakeLater();
        assertThat(value("sightglass_operation_active{operation=\"Oven.bakeLater\"}")).isOne();
        kitchen.later.complete("done");

        assertThat(stage).isSameAs(kitchen.later);
        assertThat(requests("Oven.bakeLater", "success")).isOne();
        assertThat(value("sightglass_operation_active{operation=\"Oven.bakeLater\"}")).isZero();
    }

    @Test
    void aFutureThatFailsIsAnErrorOfItsCause() {
        oven.bakeLater();
        kitchen.later.completeExceptionally(new CompletionException(new IOException("burnt")));

        assertThat(requests("Oven.bakeLater", "error")).isOne();
        assertThat(errors("Oven.bakeLater", "IOException")).isOne();
    }

    @Test
    void cancelledIsNotFailed() {
        oven.bakeLater().toCompletableFuture().cancel(true);

        assertThat(requests("Oven.bakeLater", "cancelled")).isOne();
        assertThat(requests("Oven.bakeLater", "error")).isZero();
        assertThat(Scrapes.text(metrics)).doesNotContain("CancellationException");
    }

    @Test
    void eachSubscriptionOfAPublisherIsACall() {
        Collecting complete = new Collecting();
        Collecting cancelled = new Collecting();
        Flow.Publisher<String> stream = oven.stream();
        assertThat(value("sightglass_operation_active{operation=\"stream\"}")).isZero();
        stream.subscribe(complete);
        stream.subscribe(cancelled);
        kitchen.loaves.submit("loaf");
        cancelled.subscription.join().cancel();
        kitchen.loaves.close();

        assertThat(complete.items).containsExactly("loaf");
        assertThat(complete.complete).isTrue();
        assertThat(requests("stream", "success")).isOne();
        assertThat(requests("stream", "cancelled")).isOne();
    }

    @Test
    void conversionsAreCountedWithTheirReportsAndInput() {
        oven.mix(new byte[300]);

        assertThat(value("sightglass_converter_reports_total{converter=\"mixer\"}")).isEqualTo(2);
        assertThat(value("sightglass_converter_input_bytes_total{converter=\"mixer\"}")).isEqualTo(300);
        assertThat(value("sightglass_converter_executions_total{converter=\"mixer\",status=\"success\"}")).isOne();
    }

    @Test
    void onlyErrorsAreCountedWhereOnlyErrorsAreAskedFor() {
        assertThatThrownBy(oven::clean).hasMessage("no soap");

        assertThat(errors("clean", "IllegalStateException")).isOne();
        assertThat(Scrapes.text(metrics)).doesNotContain("operation_requests_total{operation=\"clean\"");
    }

    @Test
    void otherMethodsPass() {
        assertThat(oven.temperature()).isEqualTo(220);
        assertThat(oven.hashCode()).isEqualTo(kitchen.hashCode());
    }

    @Test
    void aDisabledCollectorHandsBackTheTarget() {
        assertThat(MetricsCollector.disabled().instrument(Oven.class, kitchen)).isSameAs(kitchen);
    }

    @Test
    void whatCannotBeMeasuredIsSaid() {
        assertThatThrownBy(() -> metrics.instrument(Kitchen.class, kitchen)).hasMessageContaining("needs an interface");
        assertThatThrownBy(() -> metrics.instrument(Runnable.class, () -> {}))
            .hasMessageContaining("no method of java.lang.Runnable").hasMessageContaining("@CountErrors");
    }

    @Test
    void lambdasAndCallablesAreMeasured() throws Exception {
        Tracker tracker = Tracker.requests(metrics, "lambda");
        tracker.wrap(() -> {}).run();
        assertThat(tracker.wrap(() -> 5).call()).isEqualTo(5);
        assertThatThrownBy(() -> tracker.wrap((Runnable) () -> {
            throw new IllegalStateException("no");
        }).run()).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> tracker.wrap(() -> {
            throw new InterruptedException();
        }).call()).isInstanceOf(InterruptedException.class);
        assertThat(tracker.stage(() -> CompletableFuture.completedStage("x"))).isCompleted();

        assertThat(requests("lambda", "success")).isEqualTo(3);
        assertThat(requests("lambda", "error")).isOne();
        assertThat(requests("lambda", "cancelled")).isOne();
    }

    @Test
    void anAnonymousFailureGoesByTheNameOfItsClass() {
        IllegalStateException anonymous = new IllegalStateException() {
            private static final long serialVersionUID = 1L;
        };

        assertThat(ErrorType.of(anonymous)).isEqualTo("IllegalStateException");
    }

    private double requests(String operation, String outcome) {
        return value(
            "sightglass_operation_requests_total{operation=\"" + operation + "\",outcome=\"" + outcome + "\"}");
    }

    private double errors(String operation, String type) {
        return value("sightglass_operation_errors_total{error_type=\"" + type + "\",operation=\"" + operation + "\"}");
    }

    private double value(String series) {
        return Scrapes.value(metrics, series).orElseThrow(() -> new AssertionError(series + " is not there"));
    }

    private static final class Collecting implements Flow.Subscriber<String> {
        private final List<String> items = new ArrayList<>();
        private final CompletableFuture<Flow.Subscription> subscription = new CompletableFuture<>();
        private boolean complete;

        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription.complete(given);
            given.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(String item) {
            items.add(item);
        }

        @Override
        public void onError(Throwable failure) {
            throw new AssertionError(failure);
        }

        @Override
        public void onComplete() {
            complete = true;
        }
    }
}
