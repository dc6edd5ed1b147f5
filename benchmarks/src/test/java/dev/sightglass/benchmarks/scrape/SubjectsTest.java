package dev.sightglass.benchmarks.scrape;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.metrics.exposition.Format;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SubjectsTest {

    /** What is compared must be alike: as many time series, with the same counts. */
    @ParameterizedTest
    @EnumSource
    void everyLibraryExposesTheSameSeries(Library library) throws IOException {
        assertThat(series(Subjects.of(library, Shape.COUNTERS, 100), "work_total{")).isEqualTo(100);
        assertThat(series(Subjects.of(library, Shape.HISTOGRAMS, 100), "work_seconds_bucket{")).isEqualTo(1400);
        assertThat(series(Subjects.of(library, Shape.HISTOGRAMS, 100), "work_seconds_count{")).isEqualTo(100);
    }

    private static long series(Exposed exposed, String name) throws IOException {
        var out = new ByteArrayOutputStream();
        exposed.write(Format.TEXT, out);
        return out.toString(StandardCharsets.UTF_8).lines()
            .filter(line -> line.startsWith(name) || line.startsWith("sightglass_" + name)).count();
    }
}
