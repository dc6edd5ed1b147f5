package dev.sightglass.client.queue.store;

import static dev.sightglass.client.testing.Reports.origin;
import static dev.sightglass.client.testing.Reports.report;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.client.journey.ReportFilter;
import dev.sightglass.client.journey.ReportJourney;
import dev.sightglass.client.journey.ReportState;
import dev.sightglass.client.queue.Settlement;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the journeys of every store must tell. */
public abstract class JourneysContract extends StoreContract {

    protected JourneysContract(StoreUnderTest under) {
        super(under);
    }

    private List<String> serialsOf(ReportFilter filter) {
        return store.journeys().list(filter, 100).stream().map(ReportJourney::serialNumber).toList();
    }

    @Test
    void tellsTheWholeWayOfASource() {
        var origin = origin("a", now());
        queue.accept(origin, List.of(report("1"), report("2")), 5).join();
        advance(Duration.ofSeconds(1));
        var first = claim(1).getFirst();
        settle(first, new Settlement.Retry(503, "busy", TOOK, Duration.ofSeconds(1)));
        advance(Duration.ofSeconds(1));
        settle(claim(1).getFirst(), new Settlement.Delivered(201, Duration.ofMillis(9)));

        var journeys = store.journeys().find(first.id().toString());

        assertThat(journeys).singleElement().satisfies(journey -> {
            assertThat(journey.correlationId()).isEqualTo(origin.correlationId());
            assertThat(journey.name()).isEqualTo("a");
            assertThat(journey.conversion()).isEqualTo(origin.conversion());
            assertThat(journey.fate()).isEqualTo("accepted");
            assertThat(journey.reports()).extracting(ReportJourney::state).containsExactly(ReportState.DELIVERED,
                ReportState.READY);
            var delivered = journey.reports().getFirst();
            assertThat(delivered.took()).isEqualTo(Duration.ofMillis(9));
            assertThat(delivered.lastStatus()).isEqualTo(201);
            assertThat(delivered.settledAt()).isEqualTo(now());
            assertThat(delivered.failedAttempts()).singleElement().satisfies(attempt -> {
                assertThat(attempt.status()).isEqualTo(503);
                assertThat(attempt.took()).isEqualTo(TOOK);
                assertThat(attempt.reason()).isEqualTo("busy");
                assertThat(attempt.at()).isEqualTo(now().minusSeconds(1));
            });
        });
        assertThat(store.journeys().find(origin.correlationId())).isEqualTo(journeys);
    }

    @Test
    void tellsWhatBecameOfDuplicatesAndRefusedSources() {
        accept("a", report("1"));
        var copy = origin("copy", origin("a", now()).sha256(), now());
        queue.accept(copy, List.of(report("1")), 5).join();
        var bad = origin("bad", now());
        queue.refuse(bad, "not JSON").join();

        assertThat(store.journeys().find(copy.correlationId())).singleElement()
            .satisfies(journey -> assertThat(journey.fate()).isEqualTo("duplicate"));
        assertThat(store.journeys().find(bad.correlationId())).singleElement()
            .satisfies(journey -> assertThat(journey.reason()).isEqualTo("not JSON"));
        assertThat(store.journeys().find("unknown")).isEmpty();
    }

    @Test
    void listsNewestFirstByAnyProperty() {
        accept("x/one.json", report("1"));
        accept("x/two.json", report("2"));
        settle(claim(1).getFirst(), new Settlement.Dead(400, "no", TOOK));

        assertThat(serialsOf(ReportFilter.ALL)).containsExactly("2", "1");
        assertThat(store.journeys().list(ReportFilter.ALL, 1)).hasSize(1);
        assertThat(serialsOf(ReportFilter.in(ReportState.DEAD))).containsExactly("1");
        assertThat(serialsOf(ReportFilter.in(ReportState.DEAD, ReportState.READY))).containsExactly("2", "1");
        assertThat(serialsOf(ReportFilter.one(report("2").id()))).containsExactly("2");
        assertThat(serialsOf(only(Optional.of("two"), Optional.empty(), Optional.empty()))).containsExactly("2");
        assertThat(serialsOf(only(Optional.of("%"), Optional.empty(), Optional.empty()))).isEmpty();
        assertThat(serialsOf(only(Optional.empty(), Optional.of("2"), Optional.empty()))).containsExactly("2");
        assertThat(serialsOf(only(Optional.empty(), Optional.empty(), Optional.of(400)))).containsExactly("1");
        assertThat(serialsOf(new ReportFilter(Set.of(), EnumSet.allOf(ReportState.class), Optional.of("wsjf"),
            Optional.of("line-1"), Optional.empty(), Optional.of("PN-1"), Optional.empty(), Optional.empty(),
            Optional.of(now().minusSeconds(60)), Optional.of(now().plusSeconds(60))))).containsExactly("2", "1");
    }

    private static ReportFilter only(Optional<String> name, Optional<String> serialNumber,
        Optional<Integer> lastStatus) {
        return new ReportFilter(Set.of(), Set.of(), Optional.empty(), Optional.empty(), name, Optional.empty(),
            serialNumber, lastStatus, Optional.empty(), Optional.empty());
    }

    @Test
    void exportsABodyUntilTheServerHasIt() {
        accept("a", report("1"));
        assertThat(store.journeys().body(report("1").id())).hasValue(report("1").json());

        settle(claim(1).getFirst(), DELIVERED);

        assertThat(store.journeys().body(report("1").id())).isEmpty();
        assertThat(store.journeys().body(UUID.randomUUID())).isEmpty();
    }
}
