package dev.sightglass.example.desktop;

import dev.sightglass.metrics.BoundCounter;
import dev.sightglass.metrics.CounterDeclaration;
import dev.sightglass.metrics.MetricsCollector;
import dev.sightglass.metrics.track.Tracker;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;

/** Counts words. The work knows nothing of windows, and the library nothing of either. */
final class WordCounter {
    private static final CounterDeclaration WORDS = CounterDeclaration.of("words", "Words that were counted.");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    private final BoundCounter words;
    private final Tracker counting;

    WordCounter(MetricsCollector metrics) {
        words = metrics.counter(WORDS).bind();
        counting = Tracker.requests(metrics, "count_words");
    }

    /** The counting of a text, measured when it is called: how often, how long, how it ended. */
    Callable<Long> of(String text) {
        return counting.wrap(() -> {
            long found = WORD.matcher(text).results().count();
            words.inc(found);
            return found;
        });
    }
}
