package dev.sightglass.client.lifecycle;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** What became of the last change of the configuration. Thread-safe. */
@Singleton
final class ReloadState {

    private volatile Optional<String> refusal = Optional.empty();
    private volatile List<String> waiting = List.of();

    void applied(List<String> sectionsForARestart) {
        refusal = Optional.empty();
        waiting = List.copyOf(sectionsForARestart);
    }

    void refused(String reason) {
        refusal = Optional.of(reason);
    }

    /** Whether the file as it stands is in force, as far as it can be without a restart. */
    boolean isInForce() {
        return refusal.isEmpty();
    }

    /** Why the file as it stands is not in force. */
    Optional<String> refusal() {
        return refusal;
    }

    /** What has changed in the file and takes a restart. */
    List<String> waiting() {
        return waiting;
    }
}
