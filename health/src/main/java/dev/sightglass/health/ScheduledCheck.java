package dev.sightglass.health;

import java.time.Duration;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One registered check: when it is due, the one run that may be under way, and the last finding. {@link #tick} is called
 * by one scheduler; reading never takes the lock.
 */
final class ScheduledCheck implements Component {

    private static final Logger logger = LoggerFactory.getLogger(ScheduledCheck.class);
    private static final String HANGING = "A thread dump shows where it hangs: jcmd <pid> Thread.print.";

    private final HealthCheck check;
    private final CheckSpec spec;
    private final long staleAfterNanos;
    private final TimeSource time;
    private final Judgement judgement;
    private final RunListener listener;
    private volatile @Nullable Run running;
    private volatile Finding finding;
    private long nextDue;
    private boolean lastThrew;

    ScheduledCheck(HealthCheck check, CheckSpec spec, TimeSource time, RunListener listener) {
        this.check = check;
        this.spec = spec;
        this.staleAfterNanos = spec.staleAfter().toNanos();
        this.time = time;
        this.judgement = new Judgement(spec.hysteresis());
        this.listener = listener;
        this.nextDue = time.now();
        this.finding = new Finding(ComponentState.UNKNOWN, nextDue, nextDue, nextDue, Duration.ZERO, "not checked yet",
            null, Map.of());
    }

    /** Starts a run when one is due, ends the patience with one that is late. Returns when to be called next. */
    long tick(long now) {
        var late = expireIfLate(now);
        if (late != null) {
            listener.ran(this, late);
        }
        return startIfDue(now);
    }

    private synchronized @Nullable Duration expireIfLate(long now) {
        var run = running;
        if (run == null || now - expiry(run) < 0) {
            return null;
        }
        return !run.expired || now - nextDue >= 0 ? expire(run, now) : null;
    }

    private synchronized long startIfDue(long now) {
        var run = running;
        if (run == null) {
            return now - nextDue >= 0 ? start(now) : nextDue;
        }
        return run.expired ? nextDue : expiry(run);
    }

    private long expiry(Run run) {
        return run.startedAt + spec.deadline().toNanos();
    }

    /** Makes the next run due at once. */
    synchronized void hurry(long now) {
        nextDue = now;
    }

    /** Interrupts the run under way. What it still finds is not told. */
    synchronized void cancel() {
        var run = running;
        if (run != null) {
            run.expired = true;
            interrupt(run);
        }
    }

    private static void interrupt(Run run) {
        var thread = run.thread;
        if (thread != null) {
            thread.interrupt();
        }
    }

    private long start(long now) {
        nextDue = now + spec.interval().toNanos();
        var run = new Run(now);
        running = run;
        // A platform thread: a look that hangs in native code (a dead network share) or spins would hold a carrier, and
        // a few of those stop every virtual thread of the process. One run at a time keeps the number bounded.
        run.thread = Thread.ofPlatform().daemon().name("health-" + spec.name()).unstarted(() -> look(run));
        run.thread.start();
        return now + spec.deadline().toNanos();
    }

    private void look(Run run) {
        CheckResult result;
        Throwable thrown = null;
        try {
            result = check.check();
        } catch (Throwable failure) { // top level of the thread; whatever it is, it is this check's own result
            thrown = failure;
            result = CheckResult.down("the check failed with " + failure.getClass().getSimpleName(),
                "The log has the whole failure; look for the check's name, " + spec.name() + ".");
        }
        finish(run, result, thrown);
    }

    private void finish(Run run, CheckResult result, @Nullable Throwable thrown) {
        var took = settle(run, result, thrown);
        if (took != null) {
            // Not under the lock: what listens may turn to the monitor, and through it to this check.
            listener.ran(this, took);
        }
    }

    private synchronized @Nullable Duration settle(Run run, CheckResult result, @Nullable Throwable thrown) {
        running = null;
        long now = time.now();
        var took = Duration.ofNanos(now - run.startedAt);
        if (run.expired) {
            logger.debug("Health check {} answered after {}, past its deadline of {}", spec.name(), took,
                spec.deadline());
            return null;
        }
        logThrown(thrown);
        return record(result, now, now, took);
    }

    private Duration expire(Run run, long now) {
        if (run.expired) {
            nextDue += spec.interval().toNanos();
        }
        run.expired = true;
        interrupt(run);
        return record(CheckResult.down("no answer within " + Spoken.of(spec.deadline()), HANGING), now,
            finding.answeredAt, Duration.ofNanos(now - run.startedAt));
    }

    private Duration record(CheckResult result, long now, long answeredAt, Duration took) {
        var verdict = judgement.judge(result);
        var before = finding;
        long since = before.state == verdict.state() ? before.since : now;
        finding = new Finding(verdict.state(), since, now, answeredAt, took, verdict.reason(), verdict.nextStep(),
            result.data());
        return took;
    }

    private void logThrown(@Nullable Throwable thrown) {
        if (thrown != null && !lastThrew) {
            logger.warn("Health check {} failed; it counts as down until it answers again", spec.name(), thrown);
        } else if (thrown != null) {
            logger.debug("Health check {} failed again", spec.name(), thrown);
        }
        lastThrew = thrown != null;
    }

    @Override
    public String name() {
        return spec.name();
    }

    @Override
    public ComponentHealth snapshot(Moment now) {
        var found = finding;
        var age = Duration.ofNanos(Math.max(0, now.nanos() - found.answeredAt));
        long staleAt = found.at + staleAfterNanos;
        if (now.nanos() - staleAt > 0) {
            return health(now, found, ComponentState.STALE, staleAt, age, "the last result is " + age.toSeconds()
                + " s old: " + found.reason, "Checks are not being run: see the component health-scheduler.");
        }
        return health(now, found, found.state, found.since, age, stillRunning(found, now.nanos()), found.nextStep);
    }

    private String stillRunning(Finding found, long now) {
        var run = running;
        return run == null || !run.expired ? found.reason
            : found.reason + "; still running after " + (now - run.startedAt) / 1_000_000_000 + " s";
    }

    private ComponentHealth health(Moment now, Finding found, ComponentState state, long since, Duration age,
        String reason,
        @Nullable String nextStep) {
        return new ComponentHealth(spec.name(), spec.probes(), spec.dependency(), state, now.wallTimeOf(since), age,
            found.duration, reason, nextStep, spec.runbook(), found.data);
    }

    /** Told of every finding, on the thread that made it. */
    interface RunListener {

        void ran(ScheduledCheck check, Duration took);
    }

    private static final class Run {

        private final long startedAt;
        private volatile @Nullable Thread thread;
        private volatile boolean expired;

        Run(long startedAt) {
            this.startedAt = startedAt;
        }
    }

    /** The last word on the component; {@code answeredAt} is older than {@code at} when it does not answer. */
    private record Finding(ComponentState state, long since, long at, long answeredAt, Duration duration,
        String reason, @Nullable String nextStep, Map<String, Object> data) {}
}
