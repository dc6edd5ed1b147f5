package dev.sightglass.health.management;

import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** {@code /info}: who answers. */
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
        var body = Json.write(json -> service.writeTo(json, clock.instant()));
        return CompletableFuture.completedFuture(ManagementResponse.json(200, body));
    }
}
