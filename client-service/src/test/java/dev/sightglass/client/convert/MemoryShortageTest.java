package dev.sightglass.client.convert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.client.convert.Content.Loaded;
import dev.sightglass.client.report.ReportCompleter;
import dev.sightglass.client.report.StationConfig;
import dev.sightglass.client.testing.LineConverter;
import dev.sightglass.client.testing.MemoryQueue;
import dev.sightglass.converter.Source;
import dev.sightglass.metrics.MetricsCollector;
import dev.sightglass.metrics.correlation.CorrelationId;
import dev.sightglass.metrics.group.ConverterMetrics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.OptionalInt;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** In a process of its own, because the shortage is real: everybody's allocations fail while one converter eats the heap. */
class MemoryShortageTest {

    @Test
    void aConverterThatEatsAllMemoryHurtsOnlyItsOwnFile() throws IOException, InterruptedException {
        var process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx48m",
            "-cp", System.getProperty("java.class.path"), Child.class.getName()).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(output).contains("out of memory, although it was tried a second time");
        assertThat(process.exitValue()).as(output).isZero();
    }

    static final class Child {

        private Child() {}

        public static void main(String[] args) {
            var queue = new MemoryQueue();
            var config = new ConvertConfig(Path.of("none"), 2, Duration.ofSeconds(30), Duration.ofSeconds(10), 2);
            try (var pool = new ConversionPool(config, queue,
                new ReportCompleter(new StationConfig("bench-3", "Oslo", "Production")), name -> OptionalInt.empty(),
                new ConverterMetrics(MetricsCollector.disabled(), "line"))) {
                var fates = new ArrayList<CompletionStage<Fate>>();
                for (var index = 0; index < 100; index++) {
                    fates.add(submit(pool, index == 50 ? "hoard" : "A-" + index));
                }
                fates.forEach(fate -> fate.toCompletableFuture().join());
            }
            var refused = queue.refused().get("hoard");
            if (refused == null || queue.serialNumbers().size() != 99) {
                throw new IllegalStateException(queue.refused() + " " + queue.serialNumbers().size());
            }
        }

        private static CompletionStage<Fate> submit(ConversionPool pool, String text) {
            return pool.submit(new Conversion(CorrelationId.random(), "line-1", text, text.length(), Instant.EPOCH, 5,
                Recipe.of(new LineConverter("line")), () -> new Loaded.Whole(
                    new Source("a.txt", text.getBytes(StandardCharsets.UTF_8), Instant.EPOCH))));
        }
    }
}
