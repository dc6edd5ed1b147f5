package dev.sightglass.metrics;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * A registered state set: of the states of an enum, the one that holds is 1 and the others are 0. Safe for any number of
 * threads.
 *
 * @param <S> the enum of states
 * @since 0.1.0
 */
public final class StateSetMetric<S extends Enum<S>> {
    private final Registration<BoundGauge> registration;
    private final List<String> states;

    StateSetMetric(Registration<BoundGauge> registration, Class<S> states) {
        this.registration = registration;
        this.states = Arrays.stream(states.getEnumConstants()).map(LabelValue::of).toList();
    }

    /**
     * Reads the state from its source at each scrape, so that exactly one state holds in it.
     *
     * @param source gives the state; called on the scraping thread, once for each scrape
     * @param scope whose state it is: one value for each label before the state
     * @return closes to take the series out of the scrape
     */
    public Observed observe(Supplier<S> source, String... scope) {
        return registration.observeOneOf(List.of(scope), states,
            () -> states.indexOf(LabelValue.of(source.get())));
    }
}
