package dev.sightglass.example.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sightglass.metrics.MetricsCollector;
import dev.sightglass.metrics.testing.MetricsContract;
import dev.sightglass.metrics.track.Operations;
import dev.sightglass.metrics.track.Tracker;
import java.awt.GraphicsEnvironment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import javax.swing.SwingUtilities;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DesktopTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final MetricsCollector metrics = MetricsCollector.builder().namespace("desktop").build();
    private final WordCounter counter = new WordCounter(metrics);
    private final MetricsPanel metricsPanel = onEventThread(() -> new MetricsPanel(metrics));

    @Test
    void pressingTheButtonCountsAndTheMetricsTabShowsIt() {
        CountingPanel panel = onEventThread(() -> new CountingPanel(counter::of));
        press(panel, "two words");

        patiently().untilAsserted(() -> assertThat(panel.result().getText()).isEqualTo(" 2 words"));
        onEventThread(() -> {
            metricsPanel.refresh().doClick();
            return metricsPanel;
        });
        assertThat(metricsPanel.shown().getText()).contains("desktop_words_total 2.0",
            "desktop_operation_requests_total{operation=\"count_words\",outcome=\"success\"} 1.0");
    }

    @Test
    void theWindowStaysAliveWhileWorkIsMeasured() {
        CountDownLatch goOn = new CountDownLatch(1);
        CountingPanel panel = onEventThread(() -> new CountingPanel(text -> () -> {
            goOn.await();
            return counter.of(text).call();
        }));
        press(panel, "one two three");

        assertThat(onEventThread(() -> panel.button().isEnabled())).isFalse();
        goOn.countDown();
        patiently().untilAsserted(() -> assertThat(panel.button().isEnabled()).isTrue());
        assertThat(panel.result().getText()).isEqualTo(" 3 words");
    }

    @Test
    void workThatFailsIsShownAndCounted() {
        CountingPanel panel = onEventThread(() -> new CountingPanel(text -> () -> {
            throw new IllegalStateException("no dictionary");
        }));
        press(panel, "word");

        patiently().untilAsserted(() -> assertThat(panel.result().getText()).contains("no dictionary"));
    }

    /** What a GUI must not be forced to have: threads, servers, anything that keeps the program from ending. */
    @Test
    void theLibraryStartsNoThread() {
        String before = threads();
        AtomicBoolean counted = new AtomicBoolean();
        MetricsCollector fresh = MetricsCollector.builder().namespace("fresh").build();
        Runnable work = () -> counted.set(true);
        Tracker.requests(fresh, "work").wrap(work).run();
        MetricsContract.of(fresh).maybeAbsent(Operations.ERRORS).assertScrapeMatches();

        assertThat(counted).isTrue();
        assertThat(threads()).isEqualTo(before);
    }

    @Test
    void theMetricsCanBeSavedToAFile(@TempDir Path directory) throws Exception {
        counter.of("a b c").call();
        Path file = directory.resolve("metrics.prom");
        metricsPanel.save(file);

        assertThat(Files.readAllLines(file)).contains("desktop_words_total 3.0");
    }

    @Test
    void runsWithoutAScreen() {
        assertThat(GraphicsEnvironment.isHeadless()).isTrue();
    }

    private static void press(CountingPanel panel, String text) {
        onEventThread(() -> {
            panel.text().setText(text);
            panel.button().doClick();
            return panel;
        });
    }

    private static String threads() {
        return Thread.getAllStackTraces().keySet().stream().filter(Thread::isAlive).map(Thread::getName)
            .filter(name -> !name.startsWith("SwingWorker") && !name.startsWith("AWT") && !name.contains("Java2D"))
            .filter(name -> !name.startsWith("TimerQueue")).sorted().collect(Collectors.joining(", "));
    }

    private static <T> T onEventThread(Callable<T> work) {
        var task = new FutureTask<>(work);
        SwingUtilities.invokeLater(task);
        try {
            return task.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static ConditionFactory patiently() {
        return await().dontCatchUncaughtExceptions().atMost(PATIENCE);
    }
}
