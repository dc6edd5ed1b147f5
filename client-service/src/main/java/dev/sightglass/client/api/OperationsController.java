package dev.sightglass.client.api;

import dev.sightglass.client.journey.Journey;
import dev.sightglass.client.journey.Journeys;
import dev.sightglass.client.journey.OperatorAct;
import dev.sightglass.client.journey.ReportFilter;
import dev.sightglass.client.journey.ReportJourney;
import dev.sightglass.client.queue.ActResult;
import dev.sightglass.client.queue.QueueOperations;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

/** What operators do with the queue. Each act is in the journal, with who ({@code X-Operator}, else the caller's address), when and why. */
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
final class OperationsController {

    private static final int MOST_ACTS = 1_000;

    private final QueueOperations operations;
    private final Journeys journeys;
    private final InstantSource clock;

    OperationsController(QueueOperations operations, Journeys journeys, InstantSource clock) {
        this.operations = operations;
        this.journeys = journeys;
        this.clock = clock;
    }

    /** One act on the reports that a call is for. */
    @FunctionalInterface
    private interface Act {
        CompletionStage<ActResult> on(ReportFilter which, String who, String reason);
    }

    @Post("/reports/{id}/retry")
    CompletionStage<HttpResponse<?>> retry(String id, HttpRequest<?> request) {
        return one(id, request, (which, who, reason) -> operations.retry(which, OptionalInt.empty(), who, reason));
    }

    @Delete("/reports/{id}")
    CompletionStage<HttpResponse<?>> discard(String id, HttpRequest<?> request) {
        requireReason(request);
        return one(id, request, operations::discard);
    }

    @Post("/reports/{id}/hold")
    CompletionStage<HttpResponse<?>> hold(String id, HttpRequest<?> request) {
        return one(id, request, operations::hold);
    }

    @Post("/reports/{id}/release")
    CompletionStage<HttpResponse<?>> release(String id, HttpRequest<?> request) {
        return one(id, request, operations::release);
    }

    @Post("/reports/retry")
    CompletionStage<HttpResponse<?>> retryMany(HttpRequest<?> request) {
        var pace = new ReportQuery(request.getParameters(), clock.instant(), "reason", "all", "perSecond")
            .one("perSecond", Integer::valueOf);
        if (pace.isPresent() && pace.get() < 1) {
            throw new BadQueryException("perSecond: must be 1 or more. Found: " + pace.get());
        }
        var perSecond = pace.map(OptionalInt::of).orElseGet(OptionalInt::empty);
        return many(request, (which, who, reason) -> operations.retry(which, perSecond, who, reason));
    }

    @Delete("/reports")
    CompletionStage<HttpResponse<?>> discardMany(HttpRequest<?> request) {
        requireReason(request);
        return many(request, operations::discard);
    }

    @Post("/reports/hold")
    CompletionStage<HttpResponse<?>> holdMany(HttpRequest<?> request) {
        return many(request, operations::hold);
    }

    @Post("/reports/release")
    CompletionStage<HttpResponse<?>> releaseMany(HttpRequest<?> request) {
        return many(request, operations::release);
    }

    @Post("/destination/pause")
    CompletionStage<ActResult> pause(HttpRequest<?> request) {
        requireReason(request);
        return operations.pause(Operator.of(request), reason(request));
    }

    @Post("/destination/resume")
    CompletionStage<ActResult> resume(HttpRequest<?> request) {
        return operations.resume(Operator.of(request), reason(request));
    }

    @Get("/acts")
    List<OperatorAct> acts(@QueryValue(defaultValue = "100") int limit) {
        return operations.acts(Math.clamp(limit, 1, MOST_ACTS));
    }

    private CompletionStage<HttpResponse<?>> many(HttpRequest<?> request, Act act) {
        var query = new ReportQuery(request.getParameters(), clock.instant(), "reason", "all", "perSecond");
        return act.on(query.deliberateFilter(), Operator.of(request), reason(request)).thenApply(HttpResponse::ok);
    }

    private CompletionStage<HttpResponse<?>> one(String id, HttpRequest<?> request, Act act) {
        var reports = journeys.find(id).stream().map(Journey::reports).flatMap(List::stream)
            .filter(report -> isMeant(id, report)).toList();
        if (reports.isEmpty()) {
            return completed(Problem.of(HttpStatus.NOT_FOUND, "no report and no source with reports has the id " + id));
        }
        return act.on(ReportFilter.ALL.withIds(ids(reports)), Operator.of(request), reason(request))
            .thenApply(result -> result.changed() > 0 ? HttpResponse.ok(result) : impossible(reports));
    }

    /** A report's id means that report; a correlation id means all reports of its source. */
    private static boolean isMeant(String id, ReportJourney report) {
        return id.length() == 32 || report.id().toString().equalsIgnoreCase(id);
    }

    private static Set<UUID> ids(List<ReportJourney> reports) {
        return reports.stream().map(ReportJourney::id).collect(Collectors.toUnmodifiableSet());
    }

    private static HttpResponse<?> impossible(List<ReportJourney> reports) {
        var states = reports.stream().map(report -> report.id() + " is " + report.state().word()).distinct();
        return Problem.of(HttpStatus.CONFLICT,
            "nothing was changed, for this cannot be done in the state: " + states.collect(Collectors.joining(", ")));
    }

    private static CompletionStage<HttpResponse<?>> completed(HttpResponse<?> response) {
        return CompletableFuture.completedFuture(response);
    }

    private static void requireReason(HttpRequest<?> request) {
        if (reason(request).isBlank()) {
            throw new BadQueryException("reason: must be given; the journal is for those who come later");
        }
    }

    private static String reason(HttpRequest<?> request) {
        return request.getParameters().get("reason", String.class, "");
    }
}
