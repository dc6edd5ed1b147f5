package dev.sightglass.health.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;

import dev.sightglass.health.CheckSpec;
import dev.sightglass.health.ComponentState;
import dev.sightglass.health.HealthMonitor;
import dev.sightglass.health.Probe;
import dev.sightglass.health.Status;
import dev.sightglass.health.management.ManagementServer;
import io.micronaut.context.ApplicationContext;

/** Asks one running application everything. */
final class ContractRun {

    private static final String CHECK = "contract-check";
    private static final List<String> HEALTH_PATHS =
        List.of("/health", "/health/live", "/health/ready", "/health/started", "/health/details");
    private static final List<String> OTHER_PATHS =
        List.of("/metrics", "/info", "/", "/health/", "/health/live/", "/healthz", "/HEALTH", "/health/nothing");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HealthMonitor monitor;
    private final URI base;
    private final Visibility visibility;

    ContractRun(ApplicationContext context, Visibility visibility) {
        this.monitor = context.getBean(HealthMonitor.class);
        this.base = context.getBean(ManagementServer.class).uri();
        int wanted = context.getProperty("sightglass.metrics.port", Integer.class).orElse(0);
        if (wanted != 0 && base.getPort() != wanted) {
            throw new AssertionError("should listen on port " + wanted + ". Found: " + base);
        }
        this.visibility = visibility;
    }

    void verifyAll(List<Finding> findings) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            waitFor("the application to be ready", () -> monitor.report().forProbe(Probe.READY) != Status.DOWN);
            for (boolean trusted : credentials()) {
                verifyPaths(client, trusted);
                for (var finding : findings) {
                    verify(client, finding, null, trusted);
                    verify(client, finding, Probe.LIVE, trusted);
                    verify(client, finding, Probe.READY, trusted);
                }
            }
        }
    }

    private List<Boolean> credentials() {
        return visibility.asksForCredentials() ? List.of(true, false) : List.of(true);
    }

    private void verifyPaths(HttpClient client, boolean trusted) throws IOException, InterruptedException {
        var paths = new ArrayList<>(HEALTH_PATHS);
        paths.addAll(OTHER_PATHS);
        for (var path : paths) {
            var answer = ask(client, "GET", path, trusted);
            int expected = visibility.code(path, trusted);
            expect(answer.statusCode() == expected, answer, "should have code " + expected);
            sameForHead(client, path, trusted, answer);
        }
    }

    private void verify(HttpClient client, Finding finding, @Nullable Probe probe, boolean trusted)
        throws IOException, InterruptedException {
        var spec = CheckSpec.named(CHECK);
        monitor.register(finding.check(probe == null ? spec : spec.countsFor(probe)));
        try {
            waitFor(finding + " to be found", this::isChecked);
            for (var path : HEALTH_PATHS) {
                var answer = ask(client, "GET", path, trusted);
                if (visibility.code(path, trusted) == 200) {
                    codeAndBodyAgree(answer);
                    expect(StatusField.of(answer.body()).compareTo(least(finding, probe, path)) >= 0, answer,
                        "should be at least " + least(finding, probe, path) + " for " + finding + " of " + probe);
                    reasonsOnlyWhereTheyBelong(answer, path, trusted);
                }
                expect(!answer.body().contains(Finding.SECRET), answer, "must not show a failure's message");
                sameForHead(client, path, trusted, answer);
            }
        } finally {
            monitor.remove(CHECK);
        }
    }

    /** What the finding alone makes of a path; another check of the application may make it worse. */
    private static Status least(Finding finding, @Nullable Probe probe, String path) {
        boolean whole = path.equals("/health") || path.equals("/health/details");
        if (probe != null && (whole || path.endsWith("/" + probe.label()))) {
            return finding.effect();
        }
        return whole ? finding.effect().better(Status.DEGRADED) : Status.UP;
    }

    private void reasonsOnlyWhereTheyBelong(HttpResponse<String> answer, String path, boolean trusted) {
        boolean mayShow = visibility.showsReasons(trusted) && !path.equals("/health");
        expect(mayShow || !answer.body().contains("contract reason"), answer, "must not show reasons");
    }

    private static void codeAndBodyAgree(HttpResponse<String> answer) {
        int expected = StatusField.of(answer.body()) == Status.DOWN ? 503 : 200;
        expect(answer.statusCode() == expected, answer, "should have code " + expected + " for what its body says");
    }

    private void sameForHead(HttpClient client, String path, boolean trusted, HttpResponse<String> get)
        throws IOException, InterruptedException {
        var head = ask(client, "HEAD", path, trusted);
        expect(head.statusCode() == get.statusCode() && head.body().isEmpty(), head, "should be as for GET, bodiless");
    }

    private HttpResponse<String> ask(HttpClient client, String method, String path, boolean trusted)
        throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(base + path)).timeout(PATIENCE)
            .method(method, HttpRequest.BodyPublishers.noBody());
        if (trusted && visibility.asksForCredentials()) {
            request.header("Authorization", "Bearer " + Visibility.TOKEN);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private boolean isChecked() {
        return monitor.report().components().stream()
            .anyMatch(part -> part.name().equals(CHECK) && part.state() != ComponentState.UNKNOWN);
    }

    private static void expect(boolean holds, HttpResponse<String> answer, String expectation) {
        if (!holds) {
            throw new AssertionError(answer.request().method() + " " + answer.uri() + " " + expectation + ". Found: "
                + answer.statusCode() + " " + answer.body());
        }
    }

    private static void waitFor(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                throw new AssertionError("waited in vain for " + what);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }
}
