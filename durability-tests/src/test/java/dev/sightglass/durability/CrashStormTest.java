package dev.sightglass.durability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.durability.crash.CrashStorm;
import java.nio.file.Path;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short form of the crash storm: every named step once, and a few kills at random. */
class CrashStormTest {

    private static final int KILLS = 2;

    @TempDir
    private Path root;

    @Test
    void everyGoodFileArrivesOnceHoweverTheServiceDies() throws Exception {
        var seed = Long.getLong("seed", RandomGenerator.getDefault().nextInt(Integer.MAX_VALUE));
        assertThat(CrashStorm.run(new CrashStorm.Plan(seed, KILLS, 1), root, System.out)).as("seed " + seed).isEmpty();
    }
}
