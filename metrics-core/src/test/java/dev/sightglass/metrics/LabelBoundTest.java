package dev.sightglass.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LabelBoundTest {
    private static final Duration IDLE = Duration.ofMinutes(10);

    private final AtomicLong now = new AtomicLong();
    private final MetricsCollector metrics = MetricsCollector.builder().nanoClock(now::get).recycleAfter(IDLE).build();
    private final CounterMetric requests = metrics.counter(CounterDeclaration.of("requests", "Requests.",
        Label.open("route", 2).reserving("/known"), Label.closed("method", "GET", "POST")));

    @Test
    void pastTheBoundOnlyTheOffendingLabelBecomesOther() {
        requests.bind("/a", "GET").inc();
        requests.bind("/b", "GET").inc();
        requests.bind("/c", "POST").inc();

        assertThat(total("/a", "GET")).isOne();
        assertThat(total("other", "POST")).isOne();
        assertThat(requests.bind("/c", "POST").isOverflow()).isTrue();
    }

    @Test
    void theLossIsAMetric() {
        requests.bind("/a", "GET");
        requests.bind("/b", "BREW");
        requests.bind("/c", "GET");
        requests.bind("/d", "GET");

        assertThat(lost("route")).isEqualTo(2);
        assertThat(lost("method")).isEqualTo(1);
    }

    @Test
    void aScannerCannotPushOutReservedValues() {
        for (int i = 0; i < 10_000; i++) {
            requests.bind("/scan-" + i, "GET").inc();
        }
        requests.bind("/known", "POST").inc();

        assertThat(total("/known", "POST")).isOne();
        assertThat(total("other", "GET")).isEqualTo(9_998);
        assertThat(Scrapes.text(metrics).lines().filter(line -> line.startsWith("sightglass_requests_total")))
            .hasSize(4);
    }

    @Test
    void aValueReservedLateKeepsItsPlace() {
        requests.bind("/a", "GET").inc();
        requests.bind("/b", "GET").inc();
        requests.reserve("route", "/late");

        requests.bind("/late", "GET").inc();
        assertThat(total("/late", "GET")).isOne();
        assertThatThrownBy(() -> requests.reserve("rout", "/x")).hasMessageContaining("has labels [route, method]");
    }

    @Test
    void anIdleValueGivesItsPlaceToANewOne() {
        requests.bind("/a", "GET").inc();
        requests.bind("/b", "GET").inc();
        requests.bind("/new", "GET").inc();
        pass(IDLE.plusSeconds(1));
        requests.bind("/b", "GET").inc();
        requests.bind("/new", "GET").inc();

        assertThat(total("/new", "GET")).isOne();
        assertThat(total("/b", "GET")).isEqualTo(2);
        assertThat(Scrapes.text(metrics)).doesNotContain("route=\"/a\"");
    }

    @Test
    void aCounterThatComesBackGoesOnWhereItWas() {
        requests.bind("/a", "GET").inc(5);
        requests.bind("/b", "GET").inc();
        requests.bind("/new", "GET").inc();
        pass(IDLE.plusSeconds(1));
        requests.bind("/b", "GET").inc();
        requests.bind("/new", "GET").inc();
        assertThat(Scrapes.text(metrics)).doesNotContain("route=\"/a\"");

        for (int i = 0; i < 3; i++) {
            pass(IDLE.plusSeconds(1));
            requests.bind("/new", "GET").inc();
            requests.bind("/a", "GET");
        }
        requests.bind("/a", "GET").inc();

        assertThat(total("/a", "GET")).isEqualTo(6);
    }

    @Test
    void aSeriesThatSomebodyHoldsComesBackWhenItIsUpdated() {
        BoundCounter held = requests.bind("/a", "GET");
        held.inc(5);
        requests.bind("/b", "GET").inc();
        requests.bind("/new", "GET").inc();
        pass(IDLE.plusSeconds(1));
        requests.bind("/b", "GET").inc();
        requests.bind("/new", "GET").inc();
        held.inc();

        assertThat(total("/a", "GET")).isEqualTo(6);
    }

    @Test
    void recyclingEndsWhenTooMuchWouldHaveToBeRemembered() {
        for (int i = 0; i < 100; i++) {
            requests.bind("/day-" + i, "GET").inc();
            pass(IDLE.multipliedBy(2));
        }

        double all = Scrapes.text(metrics)
            .lines()
            .filter(line -> line.startsWith("sightglass_requests_total{method=\"GET\",route=\"other\"}"))
            .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
            .sum();
        assertThat(all).isGreaterThanOrEqualTo(100 - 2 * (1 + 4) - 20);
    }

    private double total(String route, String method) {
        return Scrapes
            .value(metrics, "sightglass_requests_total{method=\"" + method + "\",route=\"" + route + "\"}")
            .orElseThrow();
    }

    private double lost(String label) {
        return Scrapes.value(metrics, "sightglass_metrics_label_overflow_total{label=\"" + label
            + "\",metric=\"sightglass_requests_total\"}").orElseThrow();
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }
}
