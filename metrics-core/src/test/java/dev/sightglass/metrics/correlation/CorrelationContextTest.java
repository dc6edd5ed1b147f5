package dev.sightglass.metrics.correlation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class CorrelationContextTest {
    private final CorrelationId outer = CorrelationId.random();
    private final CorrelationId inner = CorrelationId.random();

    @AfterEach
    void unfollow() {
        CorrelationContext.follow(ContextBridge.NONE);
    }

    @Test
    void scopesNestAndPutBackWhatWasThere() {
        assertThat(CorrelationContext.current()).isEmpty();
        try (var first = CorrelationContext.open(outer)) {
            assertThat(CorrelationContext.current()).hasValue(outer);
            try (var second = CorrelationContext.open(inner)) {
                assertThat(CorrelationContext.current()).hasValue(inner);
                assertThat(second).isNotNull();
            }
            assertThat(CorrelationContext.current()).hasValue(outer);
            assertThat(first).isNotNull();
        }
        assertThat(CorrelationContext.current()).isEmpty();
    }

    @Test
    void theScopeClosesWhenWorkThrows() {
        assertThatThrownBy(() -> CorrelationContext.run(outer, () -> {
            throw new IllegalStateException("broken");
        })).hasMessage("broken");
        assertThat(CorrelationContext.current()).isEmpty();
    }

    @Test
    void wrappedWorkCarriesTheIdToAnyThreadAndLeavesNothingBehind() throws Exception {
        try (ExecutorService platform = Executors.newSingleThreadExecutor();
            ExecutorService virtual = Executors.newVirtualThreadPerTaskExecutor()) {
            for (ExecutorService executor : new ExecutorService[]{platform, virtual}) {
                var wrapped =
                    CorrelationContext.call(outer, () -> CorrelationContext.wrap(CorrelationContext::current));

                assertThat(executor.submit(wrapped).get()).hasValue(outer);
                assertThat(executor.submit(CorrelationContext::current).get()).isEmpty();
            }
        }
    }

    @Test
    void aWrappedExecutorCarriesTheIdOfWhoHandsOver() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            var executor = CorrelationContext.wrap(threads);
            CompletableFuture<Optional<CorrelationId>> first = CorrelationContext.call(outer,
                () -> CompletableFuture.supplyAsync(CorrelationContext::current, executor));
            CompletableFuture<Optional<CorrelationId>> second = CompletableFuture
                .supplyAsync(CorrelationContext::current, executor);

            assertThat(first.get()).hasValue(outer);
            assertThat(second.get()).isEmpty();
        }
    }

    @Test
    void aWrappedExecutorServiceCarriesTheIdHoweverATaskIsHandedOver() throws Exception {
        Callable<Optional<CorrelationId>> look = CorrelationContext::current;
        ExecutorService virtual = CorrelationContext.wrap(Executors.newVirtualThreadPerTaskExecutor());
        CorrelationContext.call(outer, () -> {
            assertThat(virtual.submit(look).get()).hasValue(outer);
            assertThat(virtual.invokeAll(List.of(look, look)))
                .allSatisfy(task -> assertThat(task.get()).hasValue(outer));
            assertThat(virtual.invokeAny(List.of(look))).hasValue(outer);
            return outer;
        });

        assertThat(virtual.submit(look).get()).isEmpty();
        virtual.close();
        assertThat(virtual.isTerminated()).isTrue();
    }

    /** As an executor that is only an {@code Executor}: with nothing to submit to and nothing to shut down. */
    @Test
    void aWrappedPlainExecutorCarriesTheIdToo() {
        AtomicReference<Optional<CorrelationId>> seen = new AtomicReference<>();
        Executor direct = CorrelationContext.wrap((Executor) Runnable::run);
        CorrelationContext.run(outer, () -> direct.execute(() -> seen.set(CorrelationContext.current())));

        assertThat(seen.get()).hasValue(outer);
    }

    @Test
    void workWrappedOutsideRunsOutsideEvenInsideAScope() throws Exception {
        var outside = CorrelationContext.wrap(CorrelationContext::current);
        var supplier = CorrelationContext.wrapSupplier(CorrelationContext::current);

        assertThat(CorrelationContext.call(outer, outside)).isEmpty();
        assertThat(CorrelationContext.call(outer, supplier::get)).isEmpty();
    }

    @Test
    void theLogContextFollowsWhenAsked() {
        CorrelationContext.follow(ContextBridge.mdc());
        CorrelationContext.run(outer, () -> {
            assertThat(MDC.get("correlation_id")).isEqualTo(outer.value());
            CorrelationContext.run(inner, () -> assertThat(MDC.get("correlation_id")).isEqualTo(inner.value()));
            assertThat(MDC.get("correlation_id")).isEqualTo(outer.value());
        });
        assertThat(MDC.get("correlation_id")).isNull();
    }
}
