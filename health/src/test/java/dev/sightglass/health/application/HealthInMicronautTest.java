package dev.sightglass.health.application;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.sightglass.health.CheckResult;
import dev.sightglass.health.CheckSpec;
import dev.sightglass.health.HealthCheck;
import dev.sightglass.health.HealthMonitor;
import dev.sightglass.health.Probe;
import dev.sightglass.health.Progress;
import dev.sightglass.health.ProgressGroup;
import dev.sightglass.health.Status;
import dev.sightglass.health.local.LocalHttp;
import dev.sightglass.health.management.ManagementServer;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.runtime.server.EmbeddedServer;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

class HealthInMicronautTest {

    private final HttpClient client = HttpClient.newHttpClient();
    private @Nullable EmbeddedServer application;

    @AfterEach
    void stop() {
        if (application != null) {
            application.stop();
        }
        client.close();
    }

    @Test
    void theApplicationsChecksAreRunAndSeen() throws Exception {
        start(Map.of("spec", "own-check"));
        awaitCode("/health/ready", 200);

        assertThat(get("/health/details").body()).contains("\"own\":{", "\"reason\":\"mine is fine\"", "\"items\":3",
            "\"deadlock\":{", "\"memory\":{", "\"main-listener\":{", "\"uptimeSeconds\":");
    }

    @Test
    void theOperatorHasTheLastWordOnACheck() throws Exception {
        start(Map.of("spec", "own-check", "sightglass.health.checks.own.interval", "1h",
            "sightglass.health.checks.own.bad", 2, "sightglass.health.checks.memory.enabled", "false",
            "sightglass.health.main-listener.enabled", "false"));
        awaitCode("/health/ready", 200);

        assertThat(get("/health/details").body()).doesNotContain("\"memory\":{", "\"main-listener\":{");
    }

    @Test
    void anyCheckAndAnyWatchdogCanBeLeftOut() throws Exception {
        start(Map.of("spec", "own-check", "sightglass.health.checks.own.enabled", "false",
            "sightglass.health.checks.own-loop.enabled", "false"));
        awaitCode("/health/ready", 200);

        assertThat(get("/health/details").body()).doesNotContain("\"own\":{", "\"own-loop\":{")
            .contains("\"memory\":{");
    }

    @Test
    void everyComponentHasALinkToItsRunbook() throws Exception {
        start(Map.of("spec", "own-check", "sightglass.health.runbooks", "https://wiki.example.com/{check}"));
        awaitCode("/health/ready", 200);

        var details = get("/health/details").body();
        for (var name : new String[]{"own", "own-loop", "own-loops", "deadlock", "accepting-work", "application"}) {
            assertThat(details).contains("\"runbook\":\"https://wiki.example.com/" + name + '"');
        }
    }

    @Test
    void aLoopOfTheApplicationThatIsGoneIsNotLive() throws Exception {
        start(Map.of("spec", "own-check", "sightglass.health.checks.own-loops.deadline", "1h"));
        awaitCode("/health/ready", 200);

        bean(Progress.class).watching(() -> {}).run();

        assertThat(get("/health/live").statusCode()).isEqualTo(503);
        assertThat(get("/health/live").body()).contains("\"check\":\"own-loop\"", "it has returned");
        assertThat(get("/health/ready").statusCode()).isEqualTo(200);
    }

    @Test
    void infoTellsOfBuildAndSources() throws Exception {
        start(Map.of());

        assertThat(get("/info").body()).contains("\"build\":{\"version\":\"1.2.3\",\"time\":\"2026-01-02T03:04:05Z\"}",
            "\"git\":{\"revision\":\"abc1234\",\"branch\":\"main\",\"dirty\":\"false\"}", "\"uptimeSeconds\"");
    }

    @Test
    void healthIsSeenAsMetrics() throws Exception {
        start(Map.of("spec", "own-check"));
        awaitCode("/health/ready", 200);
        bean(HealthMonitor.class).drain("test");
        get("/health/ready");

        assertThat(get("/metrics").body()).contains("sightglass_health_status{check=\"own\",status=\"up\"} 1.0",
            "sightglass_health_status{check=\"own\",status=\"down\"} 0.0",
            "sightglass_health_status{check=\"accepting-work\",status=\"down\"} 1.0",
            "sightglass_health_check_duration_seconds_count{check=\"own\"} ",
            "sightglass_health_check_age_seconds{check=\"own\"} ",
            "sightglass_health_transitions_total{check=\"accepting-work\",status=\"down\"} 1.0",
            "sightglass_health_transitions_total{check=\"own\",status=\"down\"} 0.0",
            "sightglass_health_requests_total{endpoint=\"/health/ready\",status=\"503\"} ",
            "sightglass_health_requests_total{endpoint=\"/health/live\",status=\"503\"} 0.0");
    }

    @Test
    void aDeadMainListenerMakesUsUnreadyWhileTheManagementPortLives() throws Exception {
        start(Map.of("spec", "blocking", "micronaut.netty.event-loops.default.num-threads", 1,
            "sightglass.health.checks.main-listener.interval", "200ms",
            "sightglass.health.checks.main-listener.deadline", "500ms"));
        awaitCode("/health/ready", 200);
        var server = running();
        try (var socket = new Socket("localhost", server.getPort())) {
            socket.getOutputStream().write("GET /block HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(
                US_ASCII));
            awaitCode("/health/ready", 503);

            assertThat(get("/health/ready").body()).contains("main-listener");
            assertThat(get("/health/live").statusCode()).isEqualTo(200);
            bean(Blocking.class).release.countDown();
            awaitCode("/health/ready", 200);
        } finally {
            bean(Blocking.class).release.countDown();
        }
    }

    @Test
    void readinessGoesFirstAndThePortStaysUntilTheEnd() throws Exception {
        start(Map.of("spec", "slow-stop"));
        awaitCode("/health/ready", 200);
        var seen = bean(SeenWhileStopping.class);
        seen.port = bean(ManagementServer.class).uri();
        running().stop();
        application = null;

        assertThat(seen.ready).isEqualTo(503);
        assertThat(seen.live).isEqualTo(200);
        assertThatThrownBy(() -> LocalHttp.get(URI.create(seen.port + "/health"), Duration.ofSeconds(5)))
            .isInstanceOf(ConnectException.class);
    }

    @Test
    void listensOnTheGivenAddressAndNoOther() throws Exception {
        start(Map.of("sightglass.management.bind", "127.0.0.2"));
        var uri = bean(ManagementServer.class).uri();

        assertThat(uri.getHost()).isEqualTo("127.0.0.2");
        assertThat(get("/health/live").statusCode()).isEqualTo(200);
        assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), uri.getPort()).close())
            .isInstanceOf(ConnectException.class);
    }

    @Test
    void minusOneMeansNoPortAndHealthWorksInside() {
        start(Map.of("sightglass.metrics.port", -1));
        var monitor = bean(HealthMonitor.class);

        await().dontCatchUncaughtExceptions().until(() -> monitor.report().forProbe(Probe.STARTED),
            Status.UP::equals);
        assertThatThrownBy(() -> bean(ManagementServer.class).port()).isInstanceOf(RuntimeException.class);
    }

    @Test
    void anApplicationWithoutAServerOfItsOwnIsServedToo() throws Exception {
        try (var context = ApplicationContext.run(Map.of("spec", "own-check", "micronaut.server.port", -1))) {
            assertThat(context.getBean(ManagementServer.class).port()).isPositive();
        }
    }

    @Test
    void aTakenPortFailsTheStartWithAWayOut() {
        start(Map.of());
        int taken = bean(ManagementServer.class).port();

        assertThatThrownBy(() -> ApplicationContext.run(Map.of("sightglass.metrics.port", taken)).close())
            .hasStackTraceContaining("sightglass.metrics.port");
    }

    @Test
    void aStartThatFailsLeavesNoPortOpen() throws Exception {
        int port;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        assertThatThrownBy(() -> ApplicationContext.run(Map.of("sightglass.metrics.port", port,
            "sightglass.health.checks.memory.interval", "1ms"))).hasStackTraceContaining("interval must be");

        assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port).close())
            .isInstanceOf(ConnectException.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                                            sightglass.metrics.port                  | 70000           | sightglass.metrics.port: must be
                                            sightglass.metrics.port                  | 909O            | sightglass.metrics.port: must be
                                            sightglass.management.details            | sometimes       | one of [everyone, trusted, nobody]
                                            sightglass.management.base-path          | ops/            | sightglass.management.base-path: must be
                                            sightglass.management.auth.username      | alone           | sightglass.management.auth.username: needs
                                            sightglass.management.auth.token         | ' '             | sightglass.management.auth.token: must not
                                            sightglass.management.auth.token-file    | /does/not/exist | sightglass.management.auth.token-file: must
                                            sightglass.management.tls.certificate    | x               | sightglass.management.tls: certificate and
                                            sightglass.health.main-listener.enabled  | perhaps         | main-listener.enabled: must be true or false
                                            sightglass.health.checks.memory.interval | 10x             | memory.interval: must be a duration
                                            sightglass.health.checks.memory.bad      | two             | memory.bad: must be a whole number
                                            sightglass.health.checks.memory.interval | 1ms             | health check memory: interval must be
                                            sightglass.health.runbooks               | '::nothing'     | sightglass.health.runbooks: must be a link
                                            """)
    void aWrongSettingFailsTheStartWithItsKeyAndARemedy(String key, String value, String expected) {
        assertThatThrownBy(() -> ApplicationContext.run(Map.of(key, value)).close()).hasStackTraceContaining(expected);
    }

    private void start(Map<String, Object> properties) {
        var all = new HashMap<>(properties);
        all.putIfAbsent("spec", "none");
        application = ApplicationContext.run(EmbeddedServer.class, all);
    }

    private EmbeddedServer running() {
        if (application == null) {
            throw new IllegalStateException("start() the application first");
        }
        return application;
    }

    private <T> T bean(Class<T> type) {
        return running().getApplicationContext().getBean(type);
    }

    private void awaitCode(String path, int code) {
        await().dontCatchUncaughtExceptions().atMost(Duration.ofSeconds(30))
            .until(() -> get(path).statusCode() == code);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        var uri = URI.create(bean(ManagementServer.class).uri() + path);
        var request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(10)).build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Singleton
    @Requires(property = "spec", value = "own-check")
    static final class OwnCheck implements HealthCheck {

        @Override
        public CheckSpec spec() {
            return CheckSpec.named("own").countsFor(Probe.READY);
        }

        @Override
        public CheckResult check() {
            return CheckResult.up("mine is fine").with("items", 3);
        }
    }

    @Factory
    @Requires(property = "spec", value = "own-check")
    static final class OwnLoops {

        @Singleton
        Progress one() {
            return new Progress("own-loop", Duration.ofMinutes(1));
        }

        @Singleton
        ProgressGroup several() {
            return new ProgressGroup("own-loops", Duration.ofMinutes(1));
        }
    }

    @Controller
    @Requires(property = "spec", value = "blocking")
    static final class Blocking {

        final CountDownLatch release = new CountDownLatch(1);

        @Get("/block")
        String block() throws InterruptedException {
            release.await();
            return "released";
        }
    }

    /** Depends on nothing of ours, so that nothing but the order that we ask for decides who stops first. */
    @Singleton
    @Requires(property = "spec", value = "slow-stop")
    static final class SeenWhileStopping {

        volatile URI port = URI.create("http://localhost");
        volatile int ready;
        volatile int live;

        @PreDestroy
        void look() throws IOException {
            ready = LocalHttp.get(URI.create(port + "/health/ready"),
                Duration.ofSeconds(5));
            live = LocalHttp.get(URI.create(port + "/health/live"), Duration.ofSeconds(5));
        }
    }
}
