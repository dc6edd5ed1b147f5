package dev.sightglass.monitoring.rule;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A recording rule, or one for each of several windows.
 *
 * @param record the name of the series, {@code level:metric:operations}
 * @param meaning what it says, for the reference page
 * @param windows the values of {@code ${window}}; empty when there is none
 * @param expr PromQL with words to be filled in
 */
public record Recording(String record, String meaning, List<String> windows, String expr) {

    private static final String WINDOW = "window";

    public Recording(String record, String meaning, @Nullable List<String> windows, String expr) {
        this.record = record;
        this.meaning = meaning;
        this.windows = windows == null ? List.of() : List.copyOf(windows);
        this.expr = expr;
    }

    /** One recording for each window, without windows of its own. */
    Stream<Recording> unrolled() {
        return windows.isEmpty() ? Stream.of(this) : windows.stream().map(this::forWindow);
    }

    private Recording forWindow(String window) {
        var words = new Words(Map.of(WINDOW, window));
        return new Recording(words.fillKnown(record), meaning + ", over " + window, List.of(), words.fillKnown(expr));
    }
}
