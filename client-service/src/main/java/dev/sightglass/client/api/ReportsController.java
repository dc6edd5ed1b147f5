package dev.sightglass.client.api;

import dev.sightglass.client.journey.Journey;
import dev.sightglass.client.journey.Journeys;
import dev.sightglass.client.journey.ReportJourney;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.Optional;

/** Where reports are. */
@Controller("/api/v1/reports")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ReportsController {

    private static final int MOST = 1_000;

    private final Journeys journeys;

    ReportsController(Journeys journeys) {
        this.journeys = journeys;
    }

    @Get
    List<ReportJourney> list(@QueryValue Optional<String> state, @QueryValue(defaultValue = "100") int limit) {
        return journeys.newest(state, Math.clamp(limit, 1, MOST));
    }

    @Get("/{id}")
    HttpResponse<?> journey(String id) {
        List<Journey> found = journeys.find(id);
        return found.isEmpty()
            ? Problem.of(HttpStatus.NOT_FOUND,
                "no source and no report has the id " + id + "; ids are correlation ids or report ids")
            : HttpResponse.ok(found);
    }
}
