package dev.sightglass.durability.crash;

import dev.sightglass.simulator.Fault;
import dev.sightglass.simulator.WatsSimulator;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** A server with moods: every moment another fault, or none. It is well again when this is closed. */
final class ServerFaults implements AutoCloseable {

    private static final int LONGEST_MOOD_MILLIS = 400;
    private static final List<Fault> MOODS = List.of(Fault.none(), Fault.none(), Fault.none(),
        Fault.none().withLatency(Duration.ofMillis(20)).withJitter(Duration.ofMillis(60)),
        Fault.status(503).withShare(0.3), Fault.status(500).withShare(0.3).withAfterWork(true),
        Fault.status(429).withRetryAfter("1").withShare(0.2), Fault.of(Fault.Kind.DROP).withShare(0.3),
        Fault.of(Fault.Kind.DROP).withShare(0.3).withAfterWork(true), Fault.of(Fault.Kind.RESET).withShare(0.3),
        Fault.of(Fault.Kind.HANG).times(3), Fault.of(Fault.Kind.HALF_OPEN).withAfterWork(true).times(3));

    private final WatsSimulator simulator;
    private final RandomGenerator random;
    private final Thread thread = new Thread(this::run, "server-faults");

    ServerFaults(WatsSimulator simulator, long seed) {
        this.simulator = simulator;
        this.random = new SplittableRandom(seed);
        thread.start();
    }

    private void run() {
        try {
            while (!Thread.interrupted()) {
                simulator.faults().set(MOODS.get(random.nextInt(MOODS.size())));
                Thread.sleep(random.nextInt(LONGEST_MOOD_MILLIS));
            }
        } catch (InterruptedException _) {
            // by close()
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        simulator.faults().clear();
    }
}
