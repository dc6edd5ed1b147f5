package dev.sightglass.durability.stage;

import dev.sightglass.demo.workload.FileKind;
import dev.sightglass.demo.workload.Workload;
import dev.sightglass.demo.workload.WorkloadOptions;
import dev.sightglass.durability.stage.Drops.Dropped;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A client of the HTTP intake that posts one report after the other, each again until it is answered with 202. */
public final class Posts {

    /** Where the numbers begin, far from those of dropped files, so that no serial number is there twice. */
    private static final long FIRST = 50_000_000;
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final int REST_MILLIS = 20;

    private final Stage stage;
    private final Workload workload;
    private final Consumer<String> answered;
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Dropped> taken = new ArrayList<>();
    private final Thread thread = new Thread(this::run, "posts");
    private long next = FIRST;

    /**
     * Nothing is posted yet.
     *
     * @param answered given the correlation id of each call as soon as it is answered with 202
     */
    public Posts(Stage stage, long seed, Consumer<String> answered) {
        this.stage = stage;
        this.workload = new Workload(WorkloadOptions.only(FileKind.WSJF, seed));
        this.answered = answered;
    }

    /** Begins to post. */
    public Posts start() {
        thread.start();
        return this;
    }

    /** Ends posting. */
    public void stop() throws InterruptedException {
        thread.interrupt();
        thread.join();
    }

    private void run() {
        try {
            while (!Thread.interrupted()) {
                post(stage);
                Thread.sleep(REST_MILLIS);
            }
        } catch (InterruptedException _) {
            // by stop()
        }
    }

    /** Posts to this stage what was not answered; returns whether it is now, or whether there is nothing. */
    public boolean again(Stage to) {
        try {
            return post(to);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean post(Stage to) throws InterruptedException {
        var file = workload.file(next);
        var request = HttpRequest.newBuilder(to.api("/api/v1/reports")).timeout(TIMEOUT)
            .POST(BodyPublishers.ofByteArray(file.bytes())).build();
        try {
            var answer = http.send(request, BodyHandlers.discarding());
            if (answer.statusCode() != 202) {
                return false;
            }
            answered.accept(answer.headers().firstValue("X-Correlation-ID").orElse(""));
        } catch (IOException unanswered) {
            return false;
        }
        synchronized (taken) {
            taken.add(new Dropped(next++, "http", file.name(), file.expectation()));
        }
        return true;
    }

    /** What was answered with 202: a copy. */
    public List<Dropped> taken() {
        synchronized (taken) {
            return List.copyOf(taken);
        }
    }
}
