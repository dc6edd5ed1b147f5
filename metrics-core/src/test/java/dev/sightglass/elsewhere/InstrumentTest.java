package dev.sightglass.elsewhere;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.metrics.MetricsCollector;
import dev.sightglass.metrics.Scrapes;
import dev.sightglass.metrics.track.TrackRequestMetrics;
import org.junit.jupiter.api.Test;

/** In a package of its own: what a program of another package keeps to itself must be measurable too. */
class InstrumentTest {
    private final MetricsCollector metrics = MetricsCollector.create();

    interface Greeter {
        @TrackRequestMetrics("greet")
        String greet(String name);

        String plain();
    }

    private record Polite(String word) implements Greeter {
        @Override
        public String greet(String name) {
            return word + " " + name;
        }

        @Override
        public String plain() {
            return word;
        }
    }

    @Test
    void anInterfaceThatIsNotPublicIsMeasured() {
        Polite polite = new Polite("Hello");
        Greeter greeter = metrics.instrument(Greeter.class, polite);

        assertThat(greeter.greet("you")).isEqualTo("Hello you");
        assertThat(greeter.plain()).isEqualTo("Hello");
        assertThat(greeter).hasToString(polite.toString());
        assertThat(Scrapes.value(metrics,
            "sightglass_operation_requests_total{operation=\"greet\",outcome=\"success\"}")).hasValue(1);
    }
}
