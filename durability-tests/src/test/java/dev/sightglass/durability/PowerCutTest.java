package dev.sightglass.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sightglass.durability.power.PowerCut;
import java.nio.file.Path;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short form of the power cut. */
class PowerCutTest {

    private static final Duration WORK = Duration.ofSeconds(2);
    private static final int CUTS = 10;

    @TempDir
    private Path root;

    @Test
    void whatWasPromisedIsInTheStoreWheneverThePowerGoes() throws Exception {
        assumeTrue(PowerCut.isPossible(), "skipped: the power cut takes Linux and a C compiler");
        var seed = Long.getLong("seed", RandomGenerator.getDefault().nextInt(Integer.MAX_VALUE));
        assertThat(PowerCut.run(new PowerCut.Plan(seed, WORK, CUTS), root, System.out)).as("seed " + seed).isEmpty();
    }
}
