package dev.sightglass.client.api;

import dev.sightglass.client.intake.DropFolders;
import dev.sightglass.client.journey.Journey;
import dev.sightglass.client.journey.Journeys;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** Answers "why is my file still there?". */
@Controller("/api/v1/explain")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ExplainController {

    private static final int MOST = 10;

    private final DropFolders folders;
    private final Journeys journeys;

    ExplainController(DropFolders folders, Journeys journeys) {
        this.folders = folders;
        this.journeys = journeys;
    }

    /**
     * What is known of a file.
     *
     * @param file its path
     * @param now what becomes of the file at this path now, in words
     * @param journeys of files that were taken from this path, newest first
     */
    record Explanation(String file, String now, List<Journey> journeys) {}

    @Get
    Explanation explain(@QueryValue String file) {
        try {
            return new Explanation(file, folders.explain(Path.of(file)), journeys.ofFile(file, MOST));
        } catch (InvalidPathException wrong) {
            throw new BadQueryException("file: must be a path. Found: " + wrong.getMessage());
        }
    }
}
