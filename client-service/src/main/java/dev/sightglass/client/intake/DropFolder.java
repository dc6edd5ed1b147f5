package dev.sightglass.client.intake;

import dev.sightglass.client.convert.Conversion;
import dev.sightglass.client.fault.FaultPoint;
import dev.sightglass.client.convert.Fate;
import dev.sightglass.client.intake.FolderStatus.State;
import dev.sightglass.client.intake.Observations.Observation;
import dev.sightglass.health.Progress;
import dev.sightglass.metrics.group.FolderHandle;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One drop folder at work. A thread of its own does everything and owns all state, so that a share that hangs stops this folder and no
 * other, and nothing needs a lock.
 */
final class DropFolder implements Runnable {

    /** What other threads tell the folder. */
    private sealed interface Message {

        record Wake() implements Message {}

        record Ended(Taken taken, Fate fate) implements Message {}
    }

    /** What troubled single files lately, without stopping the folder. */
    private record Trouble(String reason, long untilNanos) {

        String at(long now) {
            return untilNanos == FileMemory.FOR_EVER || untilNanos - now <= 0 ? "" : reason;
        }
    }

    private static final Logger logger = LoggerFactory.getLogger(DropFolder.class);
    private static final long CRASH_PAUSE = TimeUnit.SECONDS.toNanos(5);

    private final FolderPlan plan;
    private final Surroundings around;
    private final FolderHealth health;
    private final Progress progress;
    private final CompletableFuture<Void> firstScan = new CompletableFuture<>();
    private final FolderHandle metrics;
    private final Detections detections;
    private final FolderScan scan;
    private final Leaving leaving;
    private final Pause pause = new Pause();
    private final Observations observations;
    private final FileMemory memory = new FileMemory();
    private final Map<Path, Taken> inFlight = new HashMap<>();
    private final LinkedBlockingQueue<Message> mailbox = new LinkedBlockingQueue<>();
    private final AtomicBoolean woken = new AtomicBoolean();
    private Trouble trouble = new Trouble("", FileMemory.FOR_EVER);
    private volatile boolean closing;

    DropFolder(FolderPlan plan, Surroundings around) {
        this.plan = plan;
        this.around = around;
        this.health = new FolderHealth(plan, around.clock());
        this.progress = around.loops().loop("folder-" + plan.name());
        this.observations = new Observations(plan.quiet());
        this.metrics = around.metrics().folder(plan.name(), () -> status().pending(), () -> status().isUp());
        this.detections = new Detections(metrics::detected);
        this.scan =
            new FolderScan(plan, around, observations, memory, detections, metrics, inFlight.keySet(), this::wake);
        this.leaving = new Leaving(plan, new Settlement(plan, around.clock()));
    }

    String name() {
        return plan.name();
    }

    FolderPlan plan() {
        return plan;
    }

    FolderStatus status() {
        return health.status();
    }

    /** Completes when the folder has been listed once, or could not be. */
    CompletableFuture<Void> firstScan() {
        return firstScan;
    }

    /** The folder's whole life, for a thread of its own. */
    Runnable loop() {
        return progress.watching(this);
    }

    /** Something may have happened in the folder. */
    void wake() {
        if (woken.compareAndSet(false, true)) {
            mailbox.add(new Message.Wake());
        }
    }

    /** The folder is not among those to be served any more: its series leave the metrics. Call it after its thread has ended. */
    void forget() {
        metrics.close();
    }

    /** Asks the folder's thread to end. */
    void close() {
        progress.mayEnd();
        closing = true;
        wake();
    }

    @Override
    public void run() {
        try {
            while (!closing) {
                stepSafely();
            }
            drain();
        } catch (InterruptedException stopped) {
            logger.warn("folder {}: stopped with {} files under way; they stay in the folder", plan.name(),
                inFlight.size());
        } finally {
            scan.close();
            // whoever serves the same folder next takes them again: what was queued meanwhile is known by its content
            around.claims().removeAll(inFlight.keySet());
            report(State.CLOSED, "");
        }
    }

    private void stepSafely() throws InterruptedException {
        try {
            step();
        } catch (RuntimeException | Error unexpected) {
            logger.error("folder {}: failed unexpectedly and goes on; this is a bug", plan.name(), unexpected);
            report(State.DOWN, "failed unexpectedly: " + unexpected + ". The log has the whole failure");
            receive(CRASH_PAUSE);
        }
    }

    private void step() throws InterruptedException {
        var now = around.nanos().getAsLong();
        // A share may hang for as long as it likes: that is for the check of folders to tell, and no restart helps.
        progress.idle("is at work on the file system");
        health.works();
        scan.runIfDue(now);
        leaving.retry(now, this::gone);
        take(now);
        progress.beat();
        report(now);
        firstScan.complete(null);
        progress.idle("waits for files");
        receive(idleTime(around.nanos().getAsLong()));
    }

    private void take(long now) {
        if (pause.isOn() && pause.hasEnded(now) && observations.size() == 0 && inFlight.isEmpty()) {
            pause.over();
        }
        while (mayTake(now)) {
            var next = observations.poll(now);
            if (next == null) {
                return;
            }
            examine(next, now);
        }
    }

    private boolean mayTake(long now) {
        return !closing && !leaving.isBlocked() && inFlight.size() < pause.limit(now, around.config().inFlight());
    }

    private void examine(Observation seen, long now) {
        FileState state;
        try {
            state = FileState.read(seen.file());
        } catch (IOException gone) {
            return;
        }
        if (plan.doneFile() == null && !state.equals(seen.state())) {
            observations.add(seen.file(), state, now, seen.detection());
        } else if (around.claims().add(seen.file())) {
            FaultPoint.TAKEN.pass();
            submit(new Taken(seen.file(), state, seen.detection()));
        }
    }

    private void submit(Taken taken) {
        inFlight.put(taken.file(), taken);
        var content = new FileContent(taken.file(), taken.state(), around.config().maxFileSize());
        around.intake()
            .apply(new Conversion(taken.detection().id(), plan.name(), taken.file().toString(), taken.state().size(),
                taken.detection().at(), plan.priority(), plan.recipe(), content))
            .thenAccept(fate -> mailbox.add(new Message.Ended(taken, fate)));
    }

    private long idleTime(long now) {
        var idle = Math.min(scan.nanosToNext(now), leaving.nanosToNext(now));
        return mayTake(now) ? observations.nanosToNext(now, idle) : Math.min(idle, pause.nanosToEnd(now));
    }

    /** Waits for a message no longer than given, then takes in whatever is there. */
    private void receive(long nanos) throws InterruptedException {
        for (var message = mailbox.poll(nanos, TimeUnit.NANOSECONDS); message != null; message = mailbox.poll()) {
            switch (message) {
                case Message.Wake() -> {
                    woken.set(false);
                    scan.hasten();
                }
                case Message.Ended(var taken, var fate) -> ended(taken, fate);
            }
        }
    }

    private void ended(Taken taken, Fate fate) {
        var now = around.nanos().getAsLong();
        switch (fate) {
            case Fate.Queued _ -> settle(taken, fate, now);
            case Fate.Duplicate _ -> {
                metrics.duplicate();
                settle(taken, fate, now);
            }
            case Fate.Refused _ -> {
                metrics.rejected();
                settle(taken, fate, now);
            }
            case Fate.Skipped(var reason) -> leave(taken, reason, FileMemory.FOR_EVER);
            case Fate.Suspended(var reason, var retryAfter) -> leave(taken, reason, now + retryAfter.toNanos());
            case Fate.Deferred(var reason, var retryAfter) -> {
                pause.begin(reason, now + retryAfter.toNanos());
                detections.keep(taken.key(), taken.detection());
                release(taken);
            }
        }
    }

    private void settle(Taken taken, Fate fate, long now) {
        pause.over();
        leaving.settle(taken, fate, now, this::gone);
    }

    private void leave(Taken taken, String reason, long until) {
        pause.over();
        detections.keep(taken.key(), taken.detection());
        if (memory.rest(taken.key(), until)) {
            try (var _ = taken.logScope(plan)) {
                logger.warn("{} stays in {}: {}", taken.printableName(), plan.name(), reason);
            }
            trouble = new Trouble(taken.printableName() + " stays: " + reason, until);
        }
        release(taken);
    }

    private void release(Taken taken) {
        inFlight.remove(taken.file());
        around.claims().remove(taken.file());
    }

    private void gone(Taken taken) {
        if (plan.afterSuccess() == AfterSuccess.KEEP) {
            memory.rest(taken.key(), FileMemory.FOR_EVER);
        }
        release(taken);
    }

    /** Waits a bounded time for the files under way; those that do not end stay in the folder and are taken after the next start. */
    private void drain() throws InterruptedException {
        var end = around.nanos().getAsLong() + around.config().stopTimeout().toNanos();
        for (var left = end - around.nanos().getAsLong(); inFlight.size() > leaving.size()
            && left > 0; left = end - around.nanos().getAsLong()) {
            receive(left);
        }
        if (!inFlight.isEmpty()) {
            logger.warn(
                "folder {}: closed with {} files under way; they stay in the folder and are taken after the next start",
                plan.name(), inFlight.size());
        }
    }

    private void report(long now) {
        if (!scan.rootTrouble().isEmpty()) {
            report(State.DOWN, scan.rootTrouble());
        } else if (leaving.isBlocked()) {
            report(State.DOWN, leaving.trouble());
        } else if (pause.isOn()) {
            report(State.PAUSED, pause.reason());
        } else {
            report(State.RUNNING, leaving.size() > 0 ? leaving.trouble() : trouble.at(now));
        }
    }

    private void report(State state, String reason) {
        health.report(state, reason, scan.pending(), inFlight.size(), scan.lastScan(), scan.space());
    }
}
