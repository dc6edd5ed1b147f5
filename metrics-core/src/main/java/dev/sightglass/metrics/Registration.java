package dev.sightglass.metrics;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.function.IntSupplier;

/** What a collector knows about one registered metric. */
final class Registration<B extends BoundSeries> {
    private final MetricDeclaration declaration;
    private final Family<B, ?> family;
    private final boolean enabled;
    private final B disabled;

    Registration(MetricDeclaration declaration, Family<B, ?> family, boolean enabled, B disabled) {
        this.declaration = declaration;
        this.family = family;
        this.enabled = enabled;
        this.disabled = disabled;
    }

    MetricDeclaration declaration() {
        return declaration;
    }

    Family<B, ?> family() {
        return family;
    }

    B bind(String... labelValues) {
        return enabled ? family.series().bind(labelValues) : disabled;
    }

    /** Callbacks live on a disabled collector too: they cost nothing until somebody asks, and the summary asks. */
    Observed observe(DoubleSupplier source, String... labelValues) {
        return family.observe(source, labelValues);
    }

    Observed observeOneOf(List<String> scope, List<String> last, IntSupplier holding) {
        return family.observeOneOf(scope, last, holding);
    }

    void reserve(String label, String... values) {
        List<String> names = declaration.labelNames();
        int index = names.indexOf(label);
        if (index < 0) {
            throw new IllegalArgumentException(
                "metric " + declaration.name() + ": has labels " + names + ". Found: " + label);
        }
        Arrays.stream(values).forEach(value -> family.series().reserve(index, value));
    }

    /** Puts every label set that the declaration alone lists into the scrape, at 0. */
    void bindKnown() {
        if (enabled) {
            KnownLabelSets.of(declaration.labels()).forEach(values -> bind(values.toArray(String[]::new)));
        }
    }
}
