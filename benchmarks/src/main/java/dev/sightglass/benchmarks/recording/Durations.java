package dev.sightglass.benchmarks.recording;

import java.util.Random;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Durations as a network gives them: half below 50 ms, a tail to some seconds, spread over most buckets. */
@State(Scope.Thread)
public class Durations {
    private static final int MANY = 1024;
    private static final double MEDIAN_SECONDS = 0.05;
    private static final int SEED = 42;

    private final double[] seconds = new double[MANY];
    private int next;

    public Durations() {
        var random = new Random(SEED);
        for (int i = 0; i < MANY; i++) {
            seconds[i] = MEDIAN_SECONDS * Math.exp(random.nextGaussian());
        }
    }

    double next() {
        return seconds[next++ & (MANY - 1)];
    }
}
