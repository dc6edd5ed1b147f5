package dev.sightglass.client.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FileMemoryTest {

    private final FileMemory memory = new FileMemory();

    @Test
    void leavesAFileAloneUntilItsTime() {
        memory.beginListing();
        assertThat(memory.rest(7, 100)).isTrue();
        assertThat(memory.restsAt(7, 99)).isTrue();
        assertThat(memory.restsAt(7, 100)).isFalse();
        assertThat(memory.restsAt(8, 0)).isFalse();
    }

    @Test
    void knowsAFileAgainWhoseTimeIsOver() {
        memory.rest(7, 100);
        assertThat(memory.rest(7, 200)).isFalse();
        assertThat(memory.restsAt(7, 150)).isTrue();
    }

    @Test
    void forgetsWhatAListingDidNotFind() {
        for (var key = 0; key < 100_000; key++) {
            memory.rest(key * 0x9e3779b97f4a7c15L, FileMemory.FOR_EVER);
        }
        memory.beginListing();
        assertThat(memory.restsAt(0x9e3779b97f4a7c15L, 0)).isTrue();
        memory.forgetUnseen();
        assertThat(memory.size()).isEqualTo(1);
        assertThat(memory.restsAt(0x9e3779b97f4a7c15L, 0)).isTrue();
    }

    @Test
    void remembersEveryOneOfManyFiles() {
        var random = new Random(1);
        var keys = random.longs(50_000).toArray();
        for (var key : keys) {
            memory.rest(key, FileMemory.FOR_EVER);
        }
        memory.rest(0, FileMemory.FOR_EVER);
        assertThat(Arrays.stream(keys).allMatch(key -> memory.restsAt(key, 1))).isTrue();
        assertThat(memory.restsAt(0, 1)).isTrue();
        assertThat(random.longs(1000).noneMatch(key -> memory.restsAt(key, 1))).isTrue();
    }
}
