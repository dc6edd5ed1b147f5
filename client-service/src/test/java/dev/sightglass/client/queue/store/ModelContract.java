package dev.sightglass.client.queue.store;

import dev.sightglass.client.queue.store.QueueModel.Act;
import dev.sightglass.client.queue.store.QueueModel.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/**
 * Random steps against the model. The seed is printed; {@code -Dsightglass.model.seed} repeats a run, {@code -Dsightglass.model.steps} makes
 * it longer. Steps that fail are made fewer, as long as they fail.
 */
public abstract class ModelContract {

    private static final int STEPS_PER_RUN = 250;
    private static final List<Act> ACTS = List.of(Act.values());
    private static final int MOST_TRIES = 200;

    private final Supplier<StoreUnderTest> stores;
    private final int steps;

    protected ModelContract(Supplier<StoreUnderTest> stores, int steps) {
        this.stores = stores;
        this.steps = Integer.getInteger("sightglass.model.steps", steps);
    }

    @Test
    @DisplayName("T20, T24, T27: after any steps the gauges are right, nothing is nowhere, and every report can be delivered")
    void anyStepsInAnyOrder() {
        long first = Long.getLong("sightglass.model.seed", System.nanoTime());
        for (int run = 0; run < Math.ceilDiv(steps, STEPS_PER_RUN); run++) {
            long seed = first + run;
            var failed = failure(random(seed));
            if (failed.isPresent()) {
                var fewest = fewest(random(seed));
                throw new AssertionError("seed " + seed + ", steps " + fewest, failure(fewest).orElse(failed.get()));
            }
        }
        LoggerFactory.getLogger(getClass()).info("{} steps from seed {}", steps, first);
    }

    private static List<Step> random(long seed) {
        var random = new Random(seed);
        var steps = new ArrayList<Step>();
        for (int step = 0; step < STEPS_PER_RUN; step++) {
            steps.add(new Step(ACTS.get(random.nextInt(ACTS.size())), random.nextInt(100)));
        }
        return steps;
    }

    private Optional<Throwable> failure(List<Step> steps) {
        try (var model = new QueueModel(stores.get())) {
            for (int number = 0; number < steps.size(); number++) {
                model.take(steps.get(number));
                if (number % 20 == 0) {
                    model.check();
                }
            }
            model.finish();
            return Optional.empty();
        } catch (RuntimeException | AssertionError failed) {
            return Optional.of(failed);
        }
    }

    /** Leaves out ever smaller parts. */
    private List<Step> fewest(List<Step> failing) {
        var fewest = failing;
        int tries = 0;
        for (int part = failing.size() / 2; part > 0; part /= 2) {
            for (int from = 0; from + part <= fewest.size() && tries < MOST_TRIES; tries++) {
                var without = new ArrayList<>(fewest);
                without.subList(from, from + part).clear();
                if (failure(without).isPresent()) {
                    fewest = without;
                } else {
                    from += part;
                }
            }
        }
        return fewest;
    }
}
