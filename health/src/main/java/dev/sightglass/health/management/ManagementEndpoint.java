package dev.sightglass.health.management;

import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/**
 * One path of the management port. In a Micronaut application every bean of this type is served; one with the path of a
 * built-in endpoint takes its place.
 */
public interface ManagementEndpoint {

    /**
     * The exact path below the base path.
     *
     * @return a path such as {@code /health/live}; also the label of its metrics
     */
    String path();

    /**
     * Whether strangers get an answer when the port asks for credentials.
     *
     * @return false unless overridden
     */
    default boolean isOpen() {
        return false;
    }

    /**
     * Answers. Called on an event loop: whatever is not at hand in memory must be done on {@code worker}.
     *
     * @param request what was asked
     * @param worker a small bounded pool; refuses with {@link java.util.concurrent.RejectedExecutionException}, which
     *     the server answers with 503
     * @return the answer, at once or later
     */
    CompletionStage<ManagementResponse> answer(ManagementRequest request, Executor worker);
}
