package dev.sightglass.client.lifecycle;

import static dev.sightglass.client.testing.Awaits.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A thread of ours ends although nobody stops the service: a restart is what helps. */
class DeadLoopTest {

    @TempDir
    private Path root;
    @SuppressWarnings("NullAway.Init") // started before each test
    private ServiceFixture service;
    /** Other tests in this process have threads of the same names. */
    private Set<Thread> ofOthers = Set.of();

    @BeforeEach
    void start() throws Exception {
        ofOthers = Thread.getAllStackTraces().keySet();
        service = new ServiceFixture(root, Map.of());
        await().untilAsserted(() -> assertThat(service.management("/health/ready").statusCode()).isEqualTo(200));
        assertThat(service.management("/health/live").statusCode()).isEqualTo(200);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @ParameterizedTest
    @CsvSource({"folder-wsjf,intake-loops", "queue-writer,queue-loops"})
    void isNotLive(String thread, String component) {
        // An interrupt is how these loops are told to end; here it comes from nobody who may.
        var threads = Thread.getAllStackTraces().keySet().stream().filter(one -> !ofOthers.contains(one));
        threads.filter(one -> one.getName().equals(thread)).findFirst().orElseThrow().interrupt();

        await().untilAsserted(() -> {
            var live = service.management("/health/live");
            assertThat(live.statusCode()).isEqualTo(503);
            assertThat(live.body()).contains("\"check\":\"" + component + '"', "the loop has ended", "\"nextStep\"");
        });
    }
}
