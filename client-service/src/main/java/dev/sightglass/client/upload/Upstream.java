package dev.sightglass.client.upload;

import dev.sightglass.client.upload.Destination.State;
import dev.sightglass.client.wats.Answer;
import dev.sightglass.client.wats.WatsServer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * The WATS server as we see it: by what became of reports, and by a question of our own when there were none lately. An idle service must
 * not find out from its first report that the server is gone. Thread-safe.
 */
final class Upstream {

    private final WatsServer server;
    private final Destination destination;
    private final UploadSettings settings;
    private final InstantSource clock;
    private volatile boolean answered = true;
    private volatile @Nullable Instant lastAnswer;

    Upstream(WatsServer server, Destination destination, UploadSettings settings, InstantSource clock) {
        this.server = server;
        this.destination = destination;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Asks the server for its version, unless a report has gone through lately.
     *
     * @return what a failure means; null when all is well
     */
    @Nullable
    Finding ask(Duration lately) throws InterruptedException {
        var success = destination.lastSuccess();
        if (success != null && success.plus(lately).isAfter(clock.instant())) {
            answered = true;
            return null;
        }
        var answer = server.version();
        var outcome = settings.outcomes().of(answer);
        answered = outcome.verdict() == Verdict.DELIVERED;
        if (answered) {
            lastAnswer = clock.instant();
            return null;
        }
        return new Finding(outcome.meaning() + ": " + words(answer), outcome.remedy());
    }

    /** Whether the server answered well when it was last asked, by whomever. */
    boolean isUp() {
        return answered && destination.status().state() != State.PAUSED;
    }

    /** When the server last answered well; null if it never did since the start. */
    @Nullable
    Instant lastSuccess() {
        var report = destination.lastSuccess();
        var answer = lastAnswer;
        return report == null || (answer != null && answer.isAfter(report)) ? answer : report;
    }

    /** What a person does about an answer. */
    String remedy(String answer) {
        return settings.outcomes().of(answer).remedy();
    }

    Destination.Status gate() {
        return destination.status();
    }

    private static String words(Answer answer) {
        return switch (answer) {
            case Answer.Answered(int status, _, _) -> "status " + status;
            case Answer.Unanswered(_, var detail) -> detail;
        };
    }

    /**
     * Why the server is not well.
     *
     * @param reason in words
     * @param remedy what a person should do
     */
    record Finding(String reason, String remedy) {}
}
