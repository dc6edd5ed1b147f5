package dev.sightglass.client.upload;

import static dev.sightglass.client.testing.Awaits.await;
import static dev.sightglass.client.testing.Reports.origin;
import static dev.sightglass.client.testing.Reports.valid;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.client.queue.QueueException;
import dev.sightglass.client.queue.ReportQueue;
import dev.sightglass.simulator.Fault;
import dev.sightglass.simulator.SimulatorOptions;
import dev.sightglass.simulator.WatsSimulator;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Leases that pass on, and a store that fails while reports are held. */
class LeaseTest {

    private static final Duration SHORT = Duration.ofMillis(600);

    @TempDir
    private Path folder;
    private WatsSimulator simulator;

    @BeforeEach
    void start() {
        simulator = WatsSimulator.start(SimulatorOptions.defaults().withToken("secret"));
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private UploadBench bench(Duration lease, UnaryOperator<ReportQueue> around) {
        var quick = UploadBench.quick();
        var patient =
            new UploadConfig(quick.concurrency(), "none", Duration.ofSeconds(10), quick.retryFirst(), quick.retryMost(),
                quick.failuresToPause(), quick.probeInterval(), null, Duration.ofMillis(100));
        return new UploadBench(folder, UploadBench.wats(simulator.url()), patient, lease, around);
    }

    /** A queue of which one call answers otherwise, as long as something is supplied. */
    private static UnaryOperator<ReportQueue> with(String call, Supplier<CompletableFuture<?>> answer) {
        return queue -> (ReportQueue) Proxy.newProxyInstance(ReportQueue.class.getClassLoader(),
            new Class<?>[]{ReportQueue.class},
            (_, method, arguments) -> {
                var other = method.getName().equals(call) ? answer.get() : null;
                try {
                    return other == null ? method.invoke(queue, arguments) : other;
                } catch (InvocationTargetException thrown) {
                    throw thrown.getTargetException();
                }
            });
    }

    /** Case T34: as if the process had been stopped between sending and settling. */
    @Test
    void t34AHolderThatSleptPastItsLeaseIsFencedAndTheReportHasOneEffect() {
        simulator.faults()
            .set(Fault.of(Fault.Kind.NONE).withLatency(Duration.ofSeconds(3)).onPath("/api/Report/WSJF").times(1));
        try (var bench = bench(SHORT, with("renew", CompletableFuture::new))) {
            bench.accept(valid("1"));
            await().untilAsserted(() -> assertThat(bench.uploader.flow().underWay()).isEqualTo(1));
            try (var _ = bench.another()) {
                bench.awaitDelivered(1);
                assertThat(bench.uploader.flow().underWay()).as("the sleeper knows of nothing").isEqualTo(1);
                await().untilAsserted(() -> assertThat(bench.uploader.flow().underWay()).isZero());
            }
            assertThat(simulator.repeats()).as("sent by both").isEqualTo(1);
            assertThat(simulator.reports()).isEqualTo(1);
            assertThat(simulator.find(valid("1").id()).orElseThrow().header("Idempotency-Key"))
                .hasValue(valid("1").id().toString());
            assertThat(bench.delivered()).isEqualTo(1);
            assertThat(bench.failedAttempts()).isZero();
        }
    }

    @Test
    void aLeaseThatIsRenewedDoesNotPassOnHoweverSlowTheServerIs() {
        simulator.faults().set(Fault.of(Fault.Kind.NONE).withLatency(Duration.ofSeconds(2)).times(1));
        try (var bench = bench(SHORT, queue -> queue)) {
            bench.accept(valid("1"));
            bench.awaitDelivered(1);
            assertThat(simulator.repeats()).isZero();
        }
    }

    @Test
    void theLoopsOutliveAStoreThatFails() {
        var failures = new AtomicInteger(3);
        try (var bench = bench(SHORT, with("claim", () -> failures.getAndDecrement() > 0
            ? CompletableFuture.failedFuture(new QueueException("no space", new IOException("disk full"))) : null))) {
            bench.accept(valid("1"));
            bench.awaitDelivered(1);
            assertThat(failures.get()).isNegative();
        }
    }

    /** Case T36, the upload's part: somebody else holds the file's lock for longer than the store waits for it. */
    @Test
    void t36UploadsPauseWhileTheStoreIsLockedAndResumeByThemselves() throws Exception {
        try (var bench = bench(SHORT, queue -> queue)) {
            bench.accept(valid("1"));
            bench.awaitDelivered(1);
            try (var other = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("queue.db"));
                var statement = other.createStatement()) {
                statement.execute("begin immediate");
                var late = bench.store.queue().accept(origin("2", Instant.now()),
                    List.of(valid("2")), 5);
                await().until(late::isDone);
                assertThat(late).as("nothing is taken that is not stored").isCompletedExceptionally();
                statement.execute("rollback");
            }
            bench.accept(valid("3"));
            bench.awaitDelivered(2);
        }
    }
}
