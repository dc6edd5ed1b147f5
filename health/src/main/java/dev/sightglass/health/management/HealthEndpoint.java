package dev.sightglass.health.management;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

import dev.sightglass.health.HealthReport;
import dev.sightglass.health.Status;

/** A path whose code and body are both made from one report, by {@link #answer} alone. */
abstract class HealthEndpoint implements ManagementEndpoint {

    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;

    private final String path;
    private final Supplier<HealthReport> reports;

    HealthEndpoint(String path, Supplier<HealthReport> reports) {
        this.path = path;
        this.reports = reports;
    }

    @Override
    public final String path() {
        return path;
    }

    @Override
    public final CompletionStage<ManagementResponse> answer(ManagementRequest request, Executor worker) {
        var report = reports.get();
        var content = content(report, request);
        int code = status(report) == Status.DOWN ? UNAVAILABLE : OK;
        return CompletableFuture.completedFuture(ManagementResponse.json(code, Json.write(content)));
    }

    /** The status that the body says in its field of that name. */
    abstract Status status(HealthReport report);

    abstract Json.Content content(HealthReport report, ManagementRequest request);
}
