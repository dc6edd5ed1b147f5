package dev.sightglass.health.management;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.sightglass.health.CheckResult;
import dev.sightglass.health.CheckSpec;
import dev.sightglass.health.Probe;
import dev.sightglass.health.ScriptedCheck;

class ManagementServerTest {

    private final PortFixture port = new PortFixture();

    @AfterEach
    void close() {
        port.close();
    }

    @Test
    void keepsTheOrderOfPipelinedRequests() throws Exception {
        port.open();
        try (var socket = port.socket()) {
            var paths = List.of("/metrics", "/health/live", "/info", "/nothing", "/metrics", "/health");
            var requests = new StringBuilder();
            paths.forEach(path -> requests.append("HEAD ").append(path).append(" HTTP/1.1\r\nHost: x\r\n\r\n"));
            requests.append("GET /last HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
            socket.getOutputStream().write(requests.toString().getBytes(US_ASCII));
            socket.getInputStream().readAllBytes();
        }

        assertThat(port.answered).containsExactly("/metrics 200", "/health/live 200", "/info 200", "other 404",
            "/metrics 200", "/health 200", "other 404");
    }

    @Test
    void headHasTheHeadersOfGetAndNoBody() throws Exception {
        port.open();
        try (var socket = port.socket()) {
            socket.getOutputStream()
                .write("HEAD /health/details HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".getBytes(US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), US_ASCII);

            assertThat(answer).startsWith("HTTP/1.1 200 OK\r\n").endsWith("\r\n\r\n").containsPattern(
                "content-length: [1-9]\\d{2,}");
        }
    }

    @Test
    void answersOldClientsAndGarbage() throws Exception {
        port.open();
        assertThat(raw("GET /health HTTP/1.0\r\n\r\n")).startsWith("HTTP/1.1 200 OK").endsWith("{\"status\":\"UP\"}");
        assertThat(raw("NONSENSE\r\n\r\n")).startsWith("HTTP/1.1 400");
        assertThat(raw("GET /health/%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")).startsWith("HTTP/1.1 400");
        assertThat(raw("GET /" + "x".repeat(100_000) + " HTTP/1.1\r\n\r\n")).startsWith("HTTP/1.1 400");
    }

    @Test
    void refusesOtherMethods() throws Exception {
        port.open();
        for (var method : List.of("POST", "PUT", "DELETE", "OPTIONS", "PATCH")) {
            var request = port.request("/health/live").method(method, HttpRequest.BodyPublishers.noBody()).build();
            var answer = port.client().send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(405);
            assertThat(answer.headers().firstValue("Allow")).contains("GET, HEAD");
        }
    }

    @Test
    void asksForCredentialsEverywhereButAtProbes() throws Exception {
        port.credentials = Credentials.of("operator:s3cret", "t0ken");
        port.open();
        for (var path : List.of("/metrics", "/info", "/health/details")) {
            var refusal = port.get(path);
            assertThat(refusal.statusCode()).isEqualTo(401);
            assertThat(refusal.headers().firstValue("WWW-Authenticate").orElseThrow()).startsWith("Basic realm=");
            assertThat(port.get(path, "Authorization", basic("operator:s3cret")).statusCode()).isEqualTo(200);
            assertThat(port.get(path, "Authorization", "bearer t0ken").statusCode()).isEqualTo(200);
            for (var wrong : List.of(basic("operator:S3cret"), basic("operator:"), "Bearer t0ke", "Bearer ", "Basic",
                "Bearer T0KEN", "t0ken", "Digest t0ken")) {
                assertThat(port.get(path, "Authorization", wrong).statusCode()).as(wrong).isEqualTo(401);
            }
        }
        for (var path : List.of("/health", "/health/live", "/health/ready", "/health/started")) {
            assertThat(port.get(path).statusCode()).isEqualTo(200);
            assertThat(port.get(path, "Authorization", "Bearer wrong").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void oneHundredProbesAreAnsweredWhileEveryCheckStalls() throws Exception {
        var release = new CountDownLatch(1);
        try {
            for (int i = 0; i < 20; i++) {
                var spec = CheckSpec.named("stalled-" + i).countsFor(Probe.LIVE, Probe.READY);
                port.monitor.register(new ScriptedCheck(spec).doing(() -> {
                    release.await();
                    return CheckResult.up("at last");
                }));
            }
            port.monitor.start();
            port.open();
            var answers = new ArrayList<CompletableFuture<HttpResponse<String>>>();
            for (int i = 0; i < 100; i++) {
                var request = port.request(i % 2 == 0 ? "/health/live" : "/health/ready").build();
                answers.add(port.client().sendAsync(request, HttpResponse.BodyHandlers.ofString()));
            }
            CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).get(10, TimeUnit.SECONDS);

            assertThat(answers).allSatisfy(answer -> assertThat(answer.join().body()).contains("stalled-19"));
        } finally {
            release.countDown();
        }
    }

    @Test
    void aProbeCostsLessThanAMillisecondOfProcessorTime() {
        for (int i = 0; i < 100; i++) {
            port.monitor.register(new ScriptedCheck(CheckSpec.named("check-" + i).countsFor(Probe.READY)));
        }
        var info = new ServiceInfo("x", BuildInfo.UNKNOWN, GitInfo.UNKNOWN, "25", Instant.now(), "here", 1);
        var endpoints = HealthEndpoints.of(port.monitor::report, info, DetailsVisibility.EVERYONE);
        var request = new ManagementRequest("/", Map.of(), true, _ -> null);
        var threads = ManagementFactory.getThreadMXBean();
        int rounds = 2000;
        long begun = threads.getCurrentThreadCpuTime();
        for (int i = 0; i < rounds; i++) {
            endpoints.forEach(endpoint -> endpoint.answer(request, Runnable::run).toCompletableFuture().join());
        }
        long each = (threads.getCurrentThreadCpuTime() - begun) / rounds / endpoints.size();

        assertThat(Duration.ofNanos(each)).isLessThan(Duration.ofMillis(1));
    }

    @Test
    void anEndpointThatThrowsIsAnsweredWith500AndNoReason() throws Exception {
        port.more.add(endpoint("/broken", () -> {
            throw new IllegalStateException("password=hunter2");
        }));
        port.more.add(endpoint("/broken-later",
            () -> CompletableFuture.failedFuture(new IllegalStateException("password=hunter2"))));
        port.open();
        for (var path : List.of("/broken", "/broken-later")) {
            var answer = port.get(path);
            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.body()).doesNotContain("hunter2", "Exception");
        }
    }

    @Test
    void anApplicationsEndpointTakesThePlaceOfABuiltInOne() throws Exception {
        port.more.add(endpoint("/info", () -> CompletableFuture.completedFuture(ManagementResponse.text(200, "mine"))));
        port.open();

        assertThat(port.get("/info").body()).isEqualTo("mine");
    }

    @Test
    void aConnectionThatSendsNothingIsClosed() throws Exception {
        port.limits = new ManagementSettings.Limits(10, Duration.ofMillis(200), Duration.ofSeconds(5), 1 << 20);
        port.open();
        try (var socket = port.socket()) {
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
        try (var dripping = port.socket()) {
            dripping.getOutputStream().write("GET /hea".getBytes(US_ASCII));
            assertThat(dripping.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void tooManyConnectionsAreTurnedAwayAndOldOnesGoOn() throws Exception {
        port.limits = new ManagementSettings.Limits(2, Duration.ofSeconds(30), Duration.ofSeconds(5), 1 << 20);
        port.open();
        try (var first = port.socket(); var second = port.socket()) {
            first.getOutputStream().write("GET /health HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(US_ASCII));
            assertThat(first.getInputStream().read()).isEqualTo('H');
            second.getOutputStream().write("GET /health HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(US_ASCII));
            assertThat(second.getInputStream().read()).isEqualTo('H');
            try (var third = port.socket()) {
                assertThat(third.getInputStream().read()).isEqualTo(-1);
            }
        }
        await().dontCatchUncaughtExceptions().ignoreExceptions().until(() -> port.get("/health").statusCode() == 200);
    }

    @Test
    void sayHowToGetAnotherPortWhenThisOneIsTaken() {
        var taken = port.open();
        var settings = new ManagementSettings(new InetSocketAddress("localhost", taken.port()), "", Credentials.NONE,
            null, ManagementSettings.Limits.DEFAULT);
        try (var second = new ManagementServer(settings, List.of(), (_, _) -> {})) {
            assertThatThrownBy(second::start).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(":" + taken.port()).hasMessageContaining("sightglass.metrics.port");
        }
    }

    @Test
    void theWarmUpIsNotCounted() throws Exception {
        port.open().warmUp();
        assertThat(port.answered).isEmpty();

        port.get("/health");
        assertThat(port.answered).containsExactly("/health 200");
    }

    /** A connection taken by a loop that is ending must not be left open with nobody behind it. */
    @Test
    void closingLeavesNoConnectionOpen() throws Exception {
        for (int round = 0; round < 25; round++) {
            var server = port.open();
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port());
            var callers = new ArrayList<CompletableFuture<Void>>();
            for (int caller = 0; caller < 4; caller++) {
                callers.add(CompletableFuture.runAsync(() -> connectUntilRefused(address), Thread::startVirtualThread));
            }
            server.close();
            CompletableFuture.allOf(callers.toArray(CompletableFuture[]::new)).get(30, TimeUnit.SECONDS);
        }
    }

    private static void connectUntilRefused(InetSocketAddress address) {
        while (true) {
            try (var socket = new Socket()) {
                socket.connect(address);
                socket.setSoTimeout(5_000);
                socket.getOutputStream().write("GET /health HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(US_ASCII));
                socket.getInputStream().read();
            } catch (SocketTimeoutException open) {
                throw new UncheckedIOException("connected, and neither answered nor closed", open);
            } catch (ConnectException refused) {
                return;
            } catch (IOException cutOff) {
                // One more that was taken and closed at the end: what is wanted.
            }
        }
    }

    private String raw(String request) throws Exception {
        try (var socket = port.socket()) {
            socket.getOutputStream().write(request.getBytes(US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), US_ASCII);
        }
    }

    private static String basic(String user) {
        return "Basic " + Base64.getEncoder().encodeToString(user.getBytes(US_ASCII));
    }

    private static ManagementEndpoint endpoint(String path,
        Supplier<CompletableFuture<ManagementResponse>> answer) {
        return new ManagementEndpoint() {
            @Override
            public String path() {
                return path;
            }

            @Override
            public CompletableFuture<ManagementResponse> answer(ManagementRequest request,
                Executor worker) {
                return answer.get();
            }
        };
    }
}
