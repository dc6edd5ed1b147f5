package dev.sightglass.metrics.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.sightglass.metrics.MetricsCollector;
import dev.sightglass.metrics.Scrapes;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GroupsTest {
    private final MetricsCollector metrics = MetricsCollector.create();

    enum Outcome {
        DELIVERED, DEAD
    }

    @Test
    void anHttpCallEndsOnce() {
        HttpClientMetrics http = new HttpClientMetrics(metrics);
        HttpExchange exchange = http.request("GET", "/api/ping");
        assertThat(value("sightglass_http_requests_active{endpoint=\"/api/ping\",method=\"GET\"}")).isOne();
        exchange.finish(200, 10, 20);
        exchange.fail(new HttpTimeoutException("late"), 10);
        exchange.finish(500, 10, 20);

        assertThat(value("sightglass_http_requests_active{endpoint=\"/api/ping\",method=\"GET\"}")).isZero();
        assertThat(value("sightglass_http_requests_total{endpoint=\"/api/ping\",method=\"GET\",status=\"200\"}"))
            .isOne();
        assertThat(Scrapes.text(metrics)).doesNotContain("status=\"500\"").doesNotContain("error_type=\"timeout\"");
    }

    @Test
    void anAnswerOfFourOrFiveHundredIsAnErrorToo() {
        HttpClientMetrics http = new HttpClientMetrics(metrics);
        http.request("GET", "/api/ping").finish(404, 0, 0);
        http.request("GET", "/api/ping").finish(503, 0, 0);
        http.request("GET", "/api/ping").finish(999, -1, -1);

        assertThat(errors("client_error")).isOne();
        assertThat(errors("server_error")).isOne();
        assertThat(value("sightglass_http_requests_total{endpoint=\"/api/ping\",method=\"GET\",status=\"other\"}"))
            .isOne();
        assertThat(value("sightglass_http_response_size_bytes_count{endpoint=\"/api/ping\",method=\"GET\"}"))
            .isEqualTo(2);
    }

    @Test
    void rawPathsCannotPushOutKnownEndpoints() {
        HttpClientMetrics http = new HttpClientMetrics(metrics, new HttpEndpoint("POST", "/api/report/{id}"));
        for (int i = 0; i < 1000; i++) {
            http.request("GET", "/raw/" + i).finish(200, 0, 0);
        }
        http.request("POST", "/api/report/{id}").finish(200, 0, 0);

        assertThat(
            value("sightglass_http_requests_total{endpoint=\"/api/report/{id}\",method=\"POST\",status=\"200\"}"))
            .isOne();
        assertThat(value("sightglass_http_requests_total{endpoint=\"other\",method=\"GET\",status=\"200\"}"))
            .isEqualTo(900);
    }

    static Stream<Arguments> failures() {
        return Stream.of(Arguments.of(new HttpTimeoutException("t"), HttpErrorType.TIMEOUT),
            Arguments.of(new SocketTimeoutException("t"), HttpErrorType.TIMEOUT),
            Arguments.of(new ConnectException("refused"), HttpErrorType.CONNECT),
            Arguments.of(new UnknownHostException("host"), HttpErrorType.DNS),
            Arguments.of(new SSLHandshakeException("expired"), HttpErrorType.TLS),
            Arguments.of(new SocketException("Connection reset"), HttpErrorType.RESET),
            Arguments.of(new CancellationException(), HttpErrorType.CANCELLED),
            Arguments.of(new CompletionException(new ConnectException("refused")), HttpErrorType.CONNECT),
            Arguments.of(new IllegalStateException("?"), HttpErrorType.OTHER));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aFailureIsJudgedByItsClassAndCauses(Throwable failure, HttpErrorType expected) {
        assertThat(HttpErrorType.of(failure)).isEqualTo(expected);
    }

    @Test
    void aRetryHasAReason() {
        assertThat(HttpRetryReason.of(429)).isEqualTo(HttpRetryReason.THROTTLED);
        assertThat(HttpRetryReason.of(408)).isEqualTo(HttpRetryReason.TIMEOUT);
        assertThat(HttpRetryReason.of(502)).isEqualTo(HttpRetryReason.SERVER_ERROR);
        assertThat(HttpRetryReason.of(418)).isEqualTo(HttpRetryReason.OTHER);
        assertThat(HttpRetryReason.of(new ConnectException("refused"))).isEqualTo(HttpRetryReason.CONNECTION);
    }

    @Test
    void aQueuesKnownWordsStartAtZeroAndEnumsSpeakForThemselves() {
        QueueMetrics queue = new QueueMetrics(metrics, "upload",
            new QueueVocabulary(List.of("report"), QueueVocabulary.of(Outcome.class), List.of("full"), List.of("io")));
        queue.processed(Outcome.DELIVERED);

        assertThat(value("sightglass_queue_processed_total{outcome=\"delivered\",queue=\"upload\"}")).isOne();
        assertThat(value("sightglass_queue_processed_total{outcome=\"dead\",queue=\"upload\"}")).isZero();
        assertThat(value("sightglass_queue_rejected_total{queue=\"upload\",reason=\"full\"}")).isZero();
        assertThat(value("sightglass_queue_processing_duration_seconds_count{item_type=\"report\",queue=\"upload\"}"))
            .isZero();
    }

    @Test
    void twoQueuesShareTheirMetrics() {
        new QueueMetrics(metrics, "upload").enqueued("report");
        new QueueMetrics(metrics, "convert").enqueued("file");

        assertThat(value("sightglass_queue_enqueued_total{item_type=\"file\",queue=\"convert\"}")).isOne();
        assertThat(value("sightglass_queue_enqueued_total{item_type=\"report\",queue=\"upload\"}")).isOne();
    }

    @Test
    void aConversionEndsOnce() {
        ConverterMetrics converters = new ConverterMetrics(metrics, "csv");
        ConversionTimer timer = converters.started("csv", 100);
        timer.failed(ConversionStatus.TIMEOUT, "slow");
        timer.finished(ConversionStatus.SUCCESS, 5);

        assertThat(value("sightglass_converter_active{converter=\"csv\"}")).isZero();
        assertThat(value("sightglass_converter_executions_total{converter=\"csv\",status=\"timeout\"}")).isOne();
        assertThat(value("sightglass_converter_executions_total{converter=\"csv\",status=\"success\"}")).isZero();
        assertThat(value("sightglass_converter_reports_total{converter=\"csv\"}")).isZero();
    }

    @Test
    void executorsAreReadWhenAsked() throws InterruptedException {
        ExecutorMetrics executors = new ExecutorMetrics(metrics);
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        try (ThreadPoolExecutor pool = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
            ForkJoinPool stealing = new ForkJoinPool(3)) {
            executors.watch("pool", pool);
            executors.watch("stealing", stealing);
            pool.execute(() -> {
                running.countDown();
                awaitQuietly(release);
            });
            pool.execute(() -> {});
            running.await();

            assertThat(value("sightglass_executor_threads_active{executor=\"pool\"}")).isOne();
            assertThat(value("sightglass_executor_tasks_queued{executor=\"pool\"}")).isOne();
            assertThat(value("sightglass_executor_threads_max{executor=\"stealing\"}")).isEqualTo(3);
            release.countDown();
        }
        assertThat(value("sightglass_executor_tasks_completed_total{executor=\"pool\"}")).isEqualTo(2);
    }

    @Test
    void anExecutorServiceIsWatchedForWhatItIs() {
        ExecutorMetrics executors = new ExecutorMetrics(metrics);
        try (ExecutorService fixed = Executors.newFixedThreadPool(4)) {
            executors.watch("fixed", fixed);
            assertThat(value("sightglass_executor_threads_max{executor=\"fixed\"}")).isEqualTo(4);
        }
        try (ExecutorService hidden = Executors.newSingleThreadExecutor()) {
            assertThatThrownBy(() -> executors.watch("hidden", hidden)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("executor hidden: must be a ThreadPoolExecutor or a ForkJoinPool")
                .hasMessageContaining("counted(name, executor)");
        }
    }

    @Test
    void tasksOfVirtualThreadsAreCountedOnTheirWayThrough() throws Exception {
        CountDownLatch running = new CountDownLatch(2);
        CountDownLatch release = new CountDownLatch(1);
        try (ExecutorService virtual = new ExecutorMetrics(metrics).counted("virtual",
            Executors.newVirtualThreadPerTaskExecutor())) {
            virtual.execute(() -> {
                running.countDown();
                awaitQuietly(release);
            });
            Future<String> failing = virtual.submit(() -> {
                running.countDown();
                awaitQuietly(release);
                throw new IllegalStateException("no");
            });
            running.await();
            assertThat(value("sightglass_executor_threads_active{executor=\"virtual\"}")).isEqualTo(2);
            assertThat(value("sightglass_executor_tasks_queued{executor=\"virtual\"}")).isZero();
            release.countDown();
            assertThatThrownBy(failing::get).hasMessageContaining("no");
        }
        assertThat(value("sightglass_executor_tasks_completed_total{executor=\"virtual\"}")).isEqualTo(2);
        assertThat(value("sightglass_executor_threads_active{executor=\"virtual\"}")).isZero();
    }

    @Test
    void tasksThatAnExecutorRefusesOrDropsDoNotWaitForEver() throws Exception {
        ExecutorService counted = new ExecutorMetrics(metrics).counted("single",
            Executors.newSingleThreadExecutor());
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        counted.execute(() -> {
            running.countDown();
            awaitQuietly(release);
        });
        counted.execute(() -> {});
        running.await();
        assertThat(value("sightglass_executor_tasks_queued{executor=\"single\"}")).isOne();
        release.countDown();
        assertThat(counted.shutdownNow()).hasSizeLessThan(2);
        assertThatThrownBy(() -> counted.execute(() -> {})).isInstanceOf(RejectedExecutionException.class);
        assertThat(counted.awaitTermination(30, TimeUnit.SECONDS)).isTrue();

        assertThat(counted.isShutdown()).isTrue();
        assertThat(counted.isTerminated()).isTrue();
        assertThat(value("sightglass_executor_tasks_queued{executor=\"single\"}")).isZero();
    }

    @Test
    void aCacheThatLoadsIsWatchedWithItsEvictionsByCause() {
        LoadingCache<Integer, Integer> squares = CaffeineCaches.watched(new CacheMetrics(metrics), "squares",
            Caffeine.newBuilder().maximumSize(1).executor(Runnable::run), number -> number * number);

        assertThat(squares.get(3)).isEqualTo(9);
        assertThat(squares.get(3)).isEqualTo(9);
        assertThat(squares.get(4)).isEqualTo(16);
        squares.cleanUp();
        assertThat(value("sightglass_cache_hits_total{cache=\"squares\"}")).isOne();
        assertThat(value("sightglass_cache_misses_total{cache=\"squares\"}")).isEqualTo(2);
        assertThat(value("sightglass_cache_evictions_total{cache=\"squares\",cause=\"size\"}")).isOne();
        assertThat(value("sightglass_cache_max_size{cache=\"squares\"}")).isOne();
    }

    @Test
    void theProcessMayBeRegisteredTwice() {
        ProcessMetrics.register(metrics);
        ProcessMetrics.register(metrics);

        assertThat(Scrapes.text(metrics).lines().filter(line -> line.startsWith("process_start_time_seconds ")))
            .hasSize(1);
    }

    @Test
    void aDisabledCollectorMakesEveryVerbANoOp() {
        MetricsCollector disabled = MetricsCollector.disabled();
        HttpExchange exchange = new HttpClientMetrics(disabled).request("GET", "/api/ping");
        exchange.finish(200, 1, 1);
        new DeliveryMetrics(disabled, "csv").delivered("csv", Duration.ofSeconds(1));
        ProcessMetrics.register(disabled);

        assertThat(exchange).isSameAs(new HttpClientMetrics(disabled).request("GET", "/api/ping"));
        assertThat(Scrapes.text(disabled).lines().filter(line -> !line.startsWith("#"))).isEmpty();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private double errors(String type) {
        return value("sightglass_http_errors_total{endpoint=\"/api/ping\",error_type=\"" + type + "\",method=\"GET\"}");
    }

    private double value(String series) {
        return Scrapes.value(metrics, series).orElseThrow(() -> new AssertionError(series + " is not there"));
    }
}
