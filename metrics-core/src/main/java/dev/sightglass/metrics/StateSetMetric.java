package dev.sightglass.metrics;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A registered state set: of the states of an enum, the one that holds is 1 and the others are 0. Safe for any number of
 * threads.
 *
 * @param <S> the enum of states
 * @since 0.1.0
 */
public final class StateSetMetric<S extends Enum<S>> {
    private final GaugeMetric gauge;
    private final List<S> states;

    StateSetMetric(GaugeMetric gauge, Class<S> states) {
        this.gauge = gauge;
        this.states = List.of(states.getEnumConstants());
    }

    /**
     * Reads the state from its source at each scrape.
     *
     * @param source gives the state; called on the scraping thread, once for each state
     * @param scope whose state it is: one value for each label before the state
     * @return closes to take the series out of the scrape
     */
    public Observed observe(Supplier<S> source, String... scope) {
        List<Observed> all = states.stream()
            .map(state -> gauge.observe(() -> source.get() == state ? 1 : 0,
                Stream.concat(Arrays.stream(scope), Stream.of(LabelValue.of(state))).toArray(String[]::new)))
            .toList();
        return () -> all.forEach(Observed::close);
    }
}
