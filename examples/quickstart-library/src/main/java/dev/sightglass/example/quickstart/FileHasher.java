package dev.sightglass.example.quickstart;

import dev.sightglass.metrics.BoundCounter;
import dev.sightglass.metrics.BoundHistogram;
import dev.sightglass.metrics.Buckets;
import dev.sightglass.metrics.CounterDeclaration;
import dev.sightglass.metrics.CounterMetric;
import dev.sightglass.metrics.GaugeDeclaration;
import dev.sightglass.metrics.HistogramDeclaration;
import dev.sightglass.metrics.Label;
import dev.sightglass.metrics.MetricUnit;
import dev.sightglass.metrics.MetricsCollector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Hashes files. Its metrics are declared once, here, and nowhere else does a metric's name appear. */
final class FileHasher {
    /** Anybody can name a file as he likes: past twenty endings the next ones are counted as other. */
    private static final CounterDeclaration FILES = CounterDeclaration.of("files_hashed",
        "Files that were hashed, by the ending of their name.", Label.open("ending", 20));
    private static final CounterDeclaration BYTES = CounterDeclaration.of("hashed", "Bytes that were hashed.")
        .in(MetricUnit.BYTES);
    private static final HistogramDeclaration TIME = HistogramDeclaration.seconds("hash_duration",
        "Time that hashing a file took.", Buckets.FAST_SECONDS);
    private static final GaugeDeclaration LEFT = GaugeDeclaration.of("files_left",
        "Files of this round that are not hashed yet.");

    private final CounterMetric files;
    private final BoundCounter bytes;
    private final BoundHistogram time;
    private final AtomicInteger left = new AtomicInteger();

    FileHasher(MetricsCollector metrics) {
        files = metrics.counter(FILES);
        bytes = metrics.counter(BYTES).bind();
        time = metrics.histogram(TIME).bind();
        // Read when a scrape asks. What the program knows already is not counted a second time.
        metrics.gauge(LEFT).observe(left::get);
    }

    /** Hashes every file below a folder once. */
    void hash(Path folder) throws IOException {
        List<Path> round;
        try (Stream<Path> found = Files.walk(folder)) {
            round = found.filter(Files::isRegularFile).toList();
        }
        left.set(round.size());
        for (Path file : round) {
            hashOne(file);
            left.decrementAndGet();
        }
    }

    private void hashOne(Path file) throws IOException {
        long started = time.start();
        byte[] content = Files.readAllBytes(file);
        sha256().digest(content);
        time.stop(started);
        bytes.inc((long) content.length);
        files.bind(ending(file)).inc();
    }

    private static String ending(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "none" : name.substring(dot + 1);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
