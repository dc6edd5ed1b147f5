package dev.sightglass.health.check;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;

import dev.sightglass.health.CheckResult;
import dev.sightglass.health.CheckSpec;
import dev.sightglass.health.HealthCheck;
import dev.sightglass.health.Probe;

/** Platform threads that wait for each other for ever. The JVM does not look at virtual ones; watch their loops. */
public final class DeadlockCheck implements HealthCheck {

    private static final int NAMED_AT_MOST = 8;
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

    /** The check, for the threads of this process. */
    public DeadlockCheck() {}

    @Override
    public CheckSpec spec() {
        return CheckSpec.named("deadlock")
            .countsFor(Probe.LIVE)
            .every(Duration.ofSeconds(30))
            .within(Duration.ofSeconds(10));
    }

    @Override
    public CheckResult check() {
        long[] deadlocked = threads.findDeadlockedThreads();
        if (deadlocked == null) {
            return CheckResult.up("no threads wait for each other");
        }
        var names = Arrays.stream(threads.getThreadInfo(deadlocked)).filter(Objects::nonNull).limit(NAMED_AT_MOST)
            .map(ThreadInfo::getThreadName).collect(Collectors.joining(", "));
        return CheckResult.down(deadlocked.length + " threads wait for each other: " + names,
            "Keep a thread dump (jcmd <pid> Thread.print) for the authors, then restart.")
            .with("threads", deadlocked.length);
    }
}
