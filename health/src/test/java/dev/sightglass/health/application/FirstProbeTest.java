package dev.sightglass.health.application;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

class FirstProbeTest {

    /** Without a warm-up the first one takes hundreds of milliseconds, and a probe with a time-out of 1 s may fail. */
    private static final long BOUND_MICROS = 400_000;

    @Test
    void isAsFastAsTheHundredth() throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(List.of(java, "-Xmx256m", "-cp", System.getProperty("java.class.path"),
            FirstProbe.class.getName())).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        var out = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();

        var line = out.lines().filter(text -> text.startsWith("[")).findFirst().orElseThrow();
        var micros = Arrays.stream(line.substring(1, line.length() - 1).split(", ")).map(Long::valueOf).toList();
        assertThat(micros).hasSize(100);
        assertThat(micros.getFirst()).as("all: %s", micros).isLessThan(BOUND_MICROS);
    }
}
