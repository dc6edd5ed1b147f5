package dev.sightglass.client.queue.store;

import static dev.sightglass.client.testing.Reports.origin;
import static dev.sightglass.client.testing.Reports.report;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.client.journey.ReportFilter;
import dev.sightglass.client.journey.ReportState;
import dev.sightglass.client.queue.Receipt;
import dev.sightglass.client.queue.Settlement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What every store must forget, and what not. */
public abstract class HistoryContract extends StoreContract {

    private static final Duration LONG = HISTORY.maxAge().plusDays(1);

    protected HistoryContract(StoreUnderTest under) {
        super(under);
    }

    private void deliver(String name) {
        accept(name, report(name));
        claim(1).forEach(leased -> settle(leased, DELIVERED));
    }

    @Test
    void forgetsWhatIsOverAndOld() {
        deliver("a");
        queue.refuse(origin("bad", now()), "not JSON").join();
        advance(LONG);
        deliver("b");

        assertThat(store.prune()).isEqualTo(2);

        assertThat(store.journeys().find(report("a").id().toString())).isEmpty();
        assertThat(store.journeys().find(report("b").id().toString())).hasSize(1);
        assertThat(audit().seen()).as("the balance remembers").isEqualTo(3);
        assertThat(audit().delivered()).isEqualTo(2);
        assertThat(audit().rejected()).isEqualTo(1);
        assertThat(audit().unaccounted()).isZero();
        assertThat(store.ledger().audit(Optional.of(now())).seen()).isEqualTo(1);
        assertThat(accept("a", report("a"))).as("forgotten content is new").isEqualTo(new Receipt.Stored(1));
    }

    @Test
    @DisplayName("T22: pruning never takes what is dead or to be delivered")
    void neverForgetsWhatIsNotDelivered() {
        accept("waiting", report("1"));
        accept("dead", report("2"));
        accept("held", report("3"));
        settle(claim(1).getFirst(), new Settlement.Retry(503, "busy", TOOK, LONG));
        kill();
        store.operations().hold(ReportFilter.ALL, "anna", "").join();
        advance(LONG.multipliedBy(2));

        assertThat(store.prune()).isZero();

        assertThat(store.journeys().list(ReportFilter.ALL, 10)).hasSize(3)
            .allSatisfy(report -> assertThat(store.journeys().body(report.id())).isPresent());
        assertThat(audit().unaccounted()).isZero();
    }

    @Test
    void forgetsTheOldestOfWhatIsTooMuch() {
        for (int i = 0; i < HISTORY.maxReports() + 3; i++) {
            deliver("s" + i);
            advance(Duration.ofSeconds(1));
        }

        assertThat(store.prune()).isEqualTo(3);

        assertThat(store.journeys().find(report("s2").id().toString())).isEmpty();
        assertThat(store.journeys().find(report("s3").id().toString())).hasSize(1);
        assertThat(audit().unaccounted()).isZero();
    }

    @Test
    void forgetsDiscardedReportsWithTheirBodies() {
        accept("a", report("1"));
        store.operations().discard(ReportFilter.ALL, "anna", "test").join();
        advance(LONG);

        assertThat(store.prune()).isEqualTo(1);

        assertThat(store.journeys().body(report("1").id())).isEmpty();
        assertThat(store.operations().retry(ReportFilter.ALL, OptionalInt.empty(), "anna", "").join().changed())
            .isZero();
        assertThat(audit().cancelled()).isEqualTo(1);
        assertThat(audit().unaccounted()).isZero();
    }

    @Test
    void keepsAReportThatANewerSourceBroughtToo() {
        var id = UUID.randomUUID();
        accept("old", report(id, "1", "{\"sn\":\"1\"}"));
        settle(claim(1).getFirst(), DELIVERED);
        advance(LONG);
        queue.accept(origin("new", now()), List.of(report(id, "1", "{\"sn\":\"1\"}")), 5).join();

        assertThat(store.prune()).isEqualTo(1);

        assertThat(store.journeys().list(ReportFilter.ALL, 10)).singleElement().satisfies(report -> {
            assertThat(report.state()).isEqualTo(ReportState.DELIVERED);
            assertThat(report.name()).isEqualTo("new");
        });
        assertThat(audit().unaccounted()).isZero();
    }
}
