package dev.sightglass.health.management;

import java.io.IOException;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

import com.fasterxml.jackson.core.JsonGenerator;

/** {@code /info}: who answers, how it was built and from what. */
public final class InfoEndpoint implements ManagementEndpoint {

    private final ServiceInfo service;
    private final InstantSource clock;

    /**
     * The endpoint.
     *
     * @param service who answers
     * @param clock for the uptime
     */
    public InfoEndpoint(ServiceInfo service, InstantSource clock) {
        this.service = service;
        this.clock = clock;
    }

    @Override
    public String path() {
        return "/info";
    }

    @Override
    public CompletionStage<ManagementResponse> answer(ManagementRequest request, Executor worker) {
        var body = Json.write(this::write);
        return CompletableFuture.completedFuture(ManagementResponse.json(200, body));
    }

    private void write(JsonGenerator json) throws IOException {
        service.writeTo(json, clock.instant());
        json.writeObjectFieldStart("build");
        Json.optional(json, "version", service.build().version());
        Json.optional(json, "time", service.build().time());
        json.writeEndObject();
        var git = service.git();
        json.writeObjectFieldStart("git");
        Json.optional(json, "revision", git.revision());
        Json.optional(json, "branch", git.branch());
        Json.optional(json, "commitTime", git.commitTime());
        Json.optional(json, "dirty", git.dirty());
        json.writeEndObject();
    }
}
