package dev.sightglass.health.check;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;

import dev.sightglass.health.CheckResult;
import dev.sightglass.health.CheckSpec;
import dev.sightglass.health.HealthCheck;
import dev.sightglass.health.Hysteresis;

/**
 * How full the heap is with what the last garbage collection could not free. What is merely not collected yet says
 * nothing about trouble. For the details only: a process out of memory ends, or its watchdogs bite.
 */
public final class MemoryCheck implements HealthCheck {

    private static final double HIGH = 0.90;
    private static final double FULL = 0.97;
    private static final String REMEDY =
        "Give it a larger heap or memory limit; if it only grows, keep a heap dump (jcmd <pid> GC.heap_dump).";

    private final LongSupplier surviving;
    private final long maximum;

    /** The check, for the heap of this process. */
    public MemoryCheck() {
        this(MemoryCheck::survivedLastCollection, Runtime.getRuntime().maxMemory());
    }

    MemoryCheck(LongSupplier surviving, long maximum) {
        this.surviving = surviving;
        this.maximum = maximum;
    }

    @Override
    public CheckSpec spec() {
        return CheckSpec.named("memory").every(Duration.ofSeconds(15)).tolerating(new Hysteresis(3, 3, 1));
    }

    @Override
    public CheckResult check() {
        long used = surviving.getAsLong();
        double share = (double) used / maximum;
        var reason = Math.round(share * 100) + " % of the heap is in use after the last collection";
        var result = share >= FULL ? CheckResult.down(reason, REMEDY)
            : share >= HIGH ? CheckResult.degraded(reason, REMEDY) : CheckResult.up(reason);
        return result.with("usedBytes", used).with("maxBytes", maximum);
    }

    private static long survivedLastCollection() {
        List<MemoryPoolMXBean> pools = ManagementFactory.getMemoryPoolMXBeans();
        return pools.stream().filter(pool -> pool.getType() == MemoryType.HEAP)
            .map(MemoryPoolMXBean::getCollectionUsage).filter(usage -> usage != null)
            .mapToLong(usage -> usage.getUsed()).sum();
    }
}
