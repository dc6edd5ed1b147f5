package dev.sightglass.client.convert;

import static dev.sightglass.client.testing.Awaits.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.client.convert.Content.Loaded;
import dev.sightglass.client.report.ReportCompleter;
import dev.sightglass.client.report.StationConfig;
import dev.sightglass.client.testing.LineConverter;
import dev.sightglass.client.testing.MemoryQueue;
import dev.sightglass.converter.Source;
import dev.sightglass.metrics.MetricsCollector;
import dev.sightglass.metrics.correlation.CorrelationContext;
import dev.sightglass.metrics.correlation.CorrelationId;
import dev.sightglass.metrics.group.ConverterMetrics;
import dev.sightglass.metrics.exposition.Format;
import dev.sightglass.metrics.exposition.Scrape;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConversionPoolTest {

    private static final Instant START = Instant.parse("2026-03-02T08:15:00Z");

    private final MemoryQueue queue = new MemoryQueue();
    private final LineConverter converter = new LineConverter("line");
    private final MetricsCollector collector = MetricsCollector.create();
    private ConversionPool pool = pool(2, Duration.ofSeconds(20));

    private ConversionPool pool(int concurrency, Duration timeout) {
        var config = new ConvertConfig(Path.of("none"), concurrency, timeout, Duration.ofSeconds(10), 2);
        return new ConversionPool(config, queue,
            new ReportCompleter(new StationConfig("bench-3", "Oslo", "Production")),
            name -> OptionalInt.empty(), new ConverterMetrics(collector, "line"));
    }

    private void restart(int concurrency, Duration timeout) {
        pool.close();
        pool = pool(concurrency, timeout);
    }

    @AfterEach
    void close() {
        converter.released.set(true);
        pool.close();
    }

    @Test
    void queuesEveryReportOfASource() {
        assertThat(fate("A-1\nA-2")).isInstanceOfSatisfying(Fate.Queued.class,
            queued -> assertThat(queued.reports()).hasSize(2).doesNotHaveDuplicates());
        assertThat(queue.serialNumbers()).containsExactly("A-1", "A-2");
    }

    @Test
    void tellsADuplicateByItsContent() {
        fate("A-1");
        assertThat(fate("A-1")).isEqualTo(new Fate.Duplicate(queue.accepted().getFirst().correlationId()));
    }

    @Test
    void refusesASourceWhenAnyOfItsReportsIsInvalidAndNamesEveryFault() {
        assertThat(fate("A-1\nincomplete\nincomplete")).isInstanceOfSatisfying(Fate.Refused.class, refused -> {
            assertThat(refused.reason()).startsWith("2 of 3 reports are invalid: ");
            assertThat(refused.faults()).hasSizeGreaterThan(4)
                .anySatisfy(fault -> assertThat(fault).contains("report 2: ", "/sn"))
                .anySatisfy(fault -> assertThat(fault).contains("report 3: ", "/pn"));
        });
        assertThat(queue.accepted()).isEmpty();
    }

    @Test
    void refusesWhatTheConverterRejects() {
        assertThat(fate("reject")).isInstanceOfSatisfying(Fate.Refused.class,
            refused -> assertThat(refused.reason()).isEqualTo("wrong in line 1"));
        assertThat(fate("invalid content")).isInstanceOfSatisfying(Fate.Refused.class,
            refused -> assertThat(refused.reason()).isEqualTo("line 1: no colon"));
    }

    @Test
    void refusesWhatTheConverterIsNotConfidentOf() {
        assertThat(fate("foreign")).isInstanceOfSatisfying(Fate.Refused.class,
            refused -> assertThat(refused.reason()).contains("0.00", "reject 0.20", "begins with foreign"));
    }

    @Test
    void goesOnWithADoubtfulSourceAndCountsIt() {
        assertThat(fate("doubtful")).isInstanceOf(Fate.Queued.class);
        assertThat(scrape()).contains("sightglass_converter_low_confidence_total{converter=\"line\"} 1.0");
    }

    @Test
    void leavesWhatIsSkippedOrSuspended() {
        assertThat(fate("skip")).isEqualTo(new Fate.Skipped("of no interest"));
        assertThat(fate("suspend")).isEqualTo(new Fate.Suspended("its companion is missing", Duration.ofMillis(50)));
        assertThat(queue.refused()).isEmpty();
    }

    @Test
    void holdsAThrownExceptionAgainstItsOwnFileOnly() {
        var thrown = submit("throw", 5, START);
        var good = submit("A-1", 5, START);

        assertThat(thrown.join()).isInstanceOfSatisfying(Fate.Refused.class, refused -> {
            assertThat(refused.reason()).contains("line failed", "IllegalStateException: tripped");
            assertThat(refused.faults().getFirst()).contains("LineConverter.convert");
        });
        assertThat(good.join()).isInstanceOf(Fate.Queued.class);
        assertThat(scrape())
            .contains("sightglass_converter_errors_total{converter=\"line\",error_type=\"exception\"} 1.0");
    }

    @Test
    void survivesEndlessRecursion() {
        assertThat(fate("recurse")).isInstanceOfSatisfying(Fate.Refused.class,
            refused -> assertThat(refused.reason()).contains("StackOverflowError"));
        assertThat(fate("A-1")).isInstanceOf(Fate.Queued.class);
    }

    @Test
    void triesAgainAloneWhenMemoryRunsOutAndThenRefuses() {
        assertThat(fate("allocate")).isInstanceOfSatisfying(Fate.Refused.class,
            refused -> assertThat(refused.reason()).contains("out of memory", "second time"));
        assertThat(scrape())
            .contains("sightglass_converter_executions_total{converter=\"line\",status=\"failed\"} 2.0");
        assertThat(fate("A-1")).isInstanceOf(Fate.Queued.class);
    }

    @Test
    void interruptsAConverterThatTakesTooLong() {
        restart(1, Duration.ofMillis(200));
        assertThat(fate("sleep")).isInstanceOfSatisfying(Fate.Refused.class, refused -> {
            assertThat(refused.reason()).contains("did not end within 0.2 s");
            assertThat(refused.faults().toString()).contains("LineConverter.sleep");
        });
        assertThat(pool.status().stuck()).isZero();
    }

    @Test
    void goesOnBesideAConverterThatSpinsForEver() {
        restart(1, Duration.ofMillis(200));
        var spinning = submit("spin", 5, START);
        var good = submit("A-1", 5, START);

        assertThat(spinning.join()).isInstanceOf(Fate.Refused.class);
        assertThat(good.join()).isInstanceOf(Fate.Queued.class);
        assertThat(pool.status().stuck()).isEqualTo(1);
        converter.released.set(true);
        await().untilAsserted(() -> assertThat(pool.status().stuck()).isZero());
    }

    @Test
    void switchesOffAConverterThatHasHungTooOftenAndLeavesItsFiles() {
        restart(2, Duration.ofMillis(100));
        submit("spin", 5, START).join();
        submit("spin\nagain", 5, START).join();

        assertThat(fate("A-1")).isInstanceOfSatisfying(Fate.Deferred.class,
            deferred -> assertThat(deferred.reason()).contains("converter line is switched off", "2 of its calls"));
        assertThat(pool.status().active()).isZero();
    }

    @Test
    void answersDeferredWhenTheQueueIsFullOrTheStoreFails() {
        queue.mode(MemoryQueue.Mode.FULL);
        assertThat(fate("A-1")).isEqualTo(new Fate.Deferred("the queue is full", Duration.ofMillis(50)));
        queue.mode(MemoryQueue.Mode.FAILING);
        assertThat(fate("A-1")).isInstanceOfSatisfying(Fate.Deferred.class,
            deferred -> assertThat(deferred.reason()).contains("the store cannot be written"));
        assertThat(fate("reject")).as("a refusal that the ledger does not have").isInstanceOf(Fate.Deferred.class);
    }

    @Test
    void takesTheMostUrgentFirstAndLetsNobodyStarve() {
        restart(1, Duration.ofSeconds(20));
        var begun = new CountDownLatch(1);
        var gate = new CountDownLatch(1);
        var blocker = pool.submit(conversion("blocker", 1, START, () -> {
            begun.countDown();
            awaitQuietly(gate);
            return new Loaded.NotNow("done", Duration.ZERO);
        }));
        awaitQuietly(begun);
        var all = new ArrayList<CompletableFuture<Fate>>();
        all.add(submit("low-old", 10, START.minusSeconds(91)));
        all.add(submit("low", 10, START));
        all.add(submit("middle", 5, START.plusMillis(1)));
        all.add(submit("high", 1, START.plusMillis(2)));
        all.add(submit("middle-later", 5, START.plusMillis(3)));
        gate.countDown();
        all.forEach(CompletableFuture::join);

        assertThat(blocker.toCompletableFuture().join()).isInstanceOf(Fate.Suspended.class);
        assertThat(queue.serialNumbers()).containsExactly("low-old", "high", "middle", "middle-later", "low");
    }

    @Test
    void neverConvertsMoreAtOnceThanConfigured() {
        var most = new AtomicReference<>(0);
        var running = Collections.synchronizedSet(new java.util.HashSet<Integer>());
        var all = new ArrayList<CompletableFuture<Fate>>();
        for (var index = 0; index < 200; index++) {
            var number = index;
            all.add(pool.submit(conversion("x", 5, START, () -> {
                running.add(number);
                most.accumulateAndGet(running.size(), Math::max);
                running.remove(number);
                return whole("N-" + number);
            })).toCompletableFuture());
        }
        all.forEach(CompletableFuture::join);
        assertThat(most.get()).isBetween(1, 2);
        assertThat(queue.serialNumbers()).hasSize(200);
    }

    @Test
    void carriesTheCorrelationIdToTheConverterThread() {
        var id = CorrelationId.random();
        var seen = new AtomicReference<String>();
        pool.submit(new Conversion(id, "line-1", "a.txt", 3, START, 5, Recipe.of(converter), () -> {
            seen.set(CorrelationContext.current().orElseThrow().value());
            return whole("A-1");
        })).toCompletableFuture().join();

        assertThat(seen).hasValue(id.value());
        assertThat(queue.accepted()).singleElement()
            .satisfies(origin -> assertThat(origin.correlationId()).isEqualTo(id.value()));
    }

    @Test
    void sendsBackWhatItHasNotFinishedWhenItIsClosed() {
        restart(1, Duration.ofSeconds(20));
        var hanging = submit("sleep", 5, START);
        var waiting = submit("A-1", 5, START);
        await().untilAsserted(() -> assertThat(pool.status().active()).isEqualTo(1));

        pool.close();

        assertThat(List.of(hanging.join(), waiting.join()))
            .allSatisfy(fate -> assertThat(fate).isInstanceOf(Fate.Deferred.class));
        assertThat(submit("A-2", 5, START).join()).isInstanceOf(Fate.Deferred.class);
        assertThat(queue.refused()).isEmpty();
    }

    private Fate fate(String text) {
        return submit(text, 5, START).join();
    }

    private CompletableFuture<Fate> submit(String text, int priority, Instant detectedAt) {
        return pool.submit(conversion(text, priority, detectedAt, () -> whole(text))).toCompletableFuture();
    }

    private Conversion conversion(String name, int priority, Instant detectedAt, Content content) {
        return new Conversion(CorrelationId.random(), "line-1", name, name.length(), detectedAt, priority,
            Recipe.of(converter), content);
    }

    private static Loaded whole(String text) {
        return new Loaded.Whole(new Source("a.txt", text.getBytes(StandardCharsets.UTF_8), START));
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private String scrape() {
        var out = new ByteArrayOutputStream();
        try {
            Scrape.write(collector.registry().scrape(), Format.TEXT, out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
