package dev.sightglass.client.api;

import dev.sightglass.client.intake.BodyIntake;
import dev.sightglass.client.journey.Journey;
import dev.sightglass.client.journey.Journeys;
import dev.sightglass.client.journey.ReportJourney;
import dev.sightglass.metrics.correlation.CorrelationContext;
import dev.sightglass.metrics.correlation.CorrelationId;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

/** Reports: sending them in, and where they are. */
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ReportsController {

    private static final int MOST = 1_000;
    private static final int DEFAULT_LIMIT = 100;

    private final Journeys journeys;
    private final BodyIntake intake;
    private final InstantSource clock;

    ReportsController(Journeys journeys, BodyIntake intake, InstantSource clock) {
        this.journeys = journeys;
        this.intake = intake;
        this.clock = clock;
    }

    @Post("/reports")
    @Consumes(MediaType.ALL)
    CompletionStage<HttpResponse<?>> report(@Body byte[] json) {
        var id = correlationId();
        return intake.submitReport(id, json).thenApply(fate -> IntakeAnswer.of(id, fate));
    }

    @Post("/files")
    @Consumes(MediaType.ALL)
    CompletionStage<HttpResponse<?>> file(@QueryValue String converter, @QueryValue String filename,
        @Body byte[] content) {
        var id = correlationId();
        return intake.submitFile(id, converter, filename, content).thenApply(fate -> IntakeAnswer.of(id, fate));
    }

    @Get("/reports")
    List<ReportJourney> list(HttpRequest<?> request) {
        var query = new ReportQuery(request.getParameters(), clock.instant(), "limit");
        int limit = query.one("limit", Integer::valueOf).orElse(DEFAULT_LIMIT);
        return journeys.list(query.filter(), Math.clamp(limit, 1, MOST));
    }

    @Get("/reports/{id}")
    HttpResponse<?> journey(String id) {
        List<Journey> found = journeys.find(id);
        return found.isEmpty()
            ? Problem.of(HttpStatus.NOT_FOUND,
                "no source and no report has the id " + id + "; ids are correlation ids or report ids")
            : HttpResponse.ok(found);
    }

    @Get("/reports/{id}/body")
    HttpResponse<?> body(UUID id) {
        return journeys.body(id)
            .<HttpResponse<?>>map(json -> HttpResponse.ok(json).contentType(MediaType.APPLICATION_JSON_TYPE))
            .orElseGet(() -> Problem.of(HttpStatus.NOT_FOUND,
                "the queue has no body of " + id + ": it is unknown, or delivered, and then the server has it"));
    }

    private static CorrelationId correlationId() {
        return CorrelationContext.current().orElseGet(CorrelationId::random);
    }
}
