package dev.sightglass.client.queue.store;

import static dev.sightglass.client.testing.Reports.origin;
import static dev.sightglass.client.testing.Reports.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.sightglass.client.journey.OperatorAct;
import dev.sightglass.client.journey.OperatorAct.Kind;
import dev.sightglass.client.journey.ReportFilter;
import dev.sightglass.client.journey.ReportState;
import dev.sightglass.client.queue.ActResult;
import dev.sightglass.client.queue.LeasedReport;
import dev.sightglass.client.queue.QueueOperations;
import dev.sightglass.client.queue.Receipt;
import dev.sightglass.client.queue.Settlement;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What operators can do with every store. */
public abstract class QueueOperationsContract extends StoreContract {

    private static final ReportFilter DEAD = ReportFilter.in(ReportState.DEAD);

    protected QueueOperationsContract(StoreUnderTest under) {
        super(under);
    }

    private QueueOperations operations() {
        return store.operations();
    }

    private ActResult retry(ReportFilter which) {
        return operations().retry(which, OptionalInt.empty(), "anna", "mended").join();
    }

    @Test
    void sendsADeadReportAgain() {
        accept("a", report("1"));
        var id = kill();

        assertThat(retry(ReportFilter.one(id)).changed()).isEqualTo(1);

        assertThat(claim(10)).singleElement().satisfies(again -> assertThat(again.attempts()).isZero());
        assertThat(store.journeys().list(ReportFilter.one(id), 1).getFirst()).satisfies(report -> {
            assertThat(report.acts()).singleElement().satisfies(act -> {
                assertThat(act.who()).isEqualTo("anna");
                assertThat(act.kind()).isEqualTo(Kind.RETRY);
                assertThat(act.at()).isEqualTo(now());
            });
            assertThat(report.failedAttempts()).as("history is not rewritten").hasSize(1);
        });
    }

    @Test
    void doesNotMakeAWaitingReportWait() {
        accept("a", report("1"));
        settle(claim(1).getFirst(), new Settlement.Retry(503, "busy", TOOK, Duration.ofHours(1)));

        retry(ReportFilter.ALL);

        assertThat(claim(10)).hasSize(1);
    }

    @Test
    void retriesByFilterAtAPace() {
        IntStream.range(0, 10).forEach(i -> accept("s" + i, report("s" + i)));
        claim(10).forEach(leased -> settle(leased, new Settlement.Dead(400, "no", TOOK)));

        var result = operations().retry(DEAD, OptionalInt.of(2), "anna", "").join();

        assertThat(result.changed()).isEqualTo(10);
        assertThat(claim(10)).hasSize(1);
        advance(Duration.ofSeconds(2));
        assertThat(claim(10)).hasSize(4);
        advance(Duration.ofSeconds(3));
        assertThat(claim(10)).hasSize(5);
    }

    @Test
    void changesMoreThanOnePortion() {
        var names = IntStream.range(0, 450).mapToObj(i -> "s" + i).toList();
        names.stream().map(name -> queue.accept(origin(name, now()),
            List.of(report(name)), 5)).toList().forEach(CompletableFuture::join);

        assertThat(operations().discard(ReportFilter.ALL, "anna", "test data").join())
            .satisfies(result -> assertThat(result.changed()).isEqualTo(450));

        assertThat(audit().cancelled()).isEqualTo(450);
        assertThat(operations().acts(1).getFirst().changed()).isEqualTo(450);
    }

    @Test
    void discardsWithAReasonAndTakesItBack() {
        accept("a", report("1"));
        var id = kill();

        operations().discard(ReportFilter.one(id), "anna", "wrong product").join();

        assertThat(state(id)).isEqualTo(ReportState.CANCELLED);
        assertThat(store.journeys().list(ReportFilter.one(id), 1).getFirst().lastReason()).contains("anna")
            .contains("wrong product");
        assertThat(queue.counts().dead()).isZero();

        assertThat(retry(ReportFilter.one(id)).changed()).isEqualTo(1);
        assertThat(serials(claim(10))).containsExactly("1");
    }

    @Test
    void takesDiscardedContentWhenItIsDroppedAgain() {
        accept("a", report("1"));
        operations().discard(ReportFilter.ALL, "anna", "test").join();

        assertThat(accept("a", report("1"))).isEqualTo(new Receipt.Stored(1));

        assertThat(claim(10)).hasSize(1);
    }

    @Test
    void leavesAloneWhatIsOnItsWayOrDelivered() {
        accept("a", report("1"), report("2"));
        var leased = claim(2);
        settle(leased.get(0), DELIVERED);

        assertThat(operations().discard(ReportFilter.ALL, "anna", "test").join())
            .satisfies(result -> assertThat(result).extracting(ActResult::changed, ActResult::left)
                .containsExactly(0L, 2L));
        assertThat(retry(ReportFilter.ALL).changed()).isZero();

        assertThat(settle(leased.get(1), DELIVERED)).as("the lease holds").isTrue();
    }

    @Test
    void requiresAReasonToDiscardAndToPause() {
        assertThatThrownBy(() -> operations().discard(ReportFilter.ALL, "anna", " "))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("reason");
        assertThatThrownBy(() -> operations().pause("anna", "")).isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("reason");
    }

    @Test
    void holdsBackAndLetsGo() {
        accept("a", report("1"), report("2"));
        var one = ReportFilter.one(report("1").id());

        operations().hold(one, "anna", "").join();

        assertThat(queue.counts().paused()).isEqualTo(1);
        assertThat(serials(claim(10))).containsExactly("2");
        operations().release(one, "anna", "").join();
        assertThat(serials(claim(10))).containsExactly("1");
    }

    @Test
    void holdsAReportAlsoWhenANewBodyComes() {
        var id = UUID.randomUUID();
        accept("a", report(id, "1", "{\"sn\":\"old\"}"));
        operations().hold(ReportFilter.one(id), "anna", "").join();

        accept("b", report(id, "1", "{\"sn\":\"new\"}"));

        assertThat(claim(10)).isEmpty();
        operations().release(ReportFilter.ALL, "anna", "").join();
        assertThat(serials(claim(10))).containsExactly("new");
    }

    @Test
    @DisplayName("wats.md 29: a pause pauses, across restarts")
    void stopsUploadsUntilTheyAreResumed() {
        accept("a", report("1"));
        operations().pause("anna", "server moves").join();
        assertThat(claim(10)).isEmpty();

        reopen(config());

        assertThat(claim(10)).isEmpty();
        assertThat(operations().paused()).hasValueSatisfying(pause -> {
            assertThat(pause.who()).isEqualTo("anna");
            assertThat(pause.reason()).isEqualTo("server moves");
            assertThat(pause.since()).isEqualTo(now());
        });
        operations().resume("ben", "moved").join();
        assertThat(operations().paused()).isEmpty();
        assertThat(claim(10)).hasSize(1);
    }

    @Test
    void writesEveryActDown() {
        accept("a", report("1"));
        operations().pause("anna", "server moves").join();
        operations().hold(ReportFilter.in(ReportState.READY), "ben", "").join();

        assertThat(operations().acts(10)).extracting(OperatorAct::kind, OperatorAct::who, OperatorAct::selection)
            .containsExactly(tuple(Kind.HOLD, "ben", "state ready"),
                tuple(Kind.PAUSE, "anna", "destination"));
    }

    @Test
    @DisplayName("T22: dead letters survive a restart")
    void keepsDeadLettersAcrossARestart() {
        accept("a", report("1"));
        var id = kill();

        reopen(config());

        assertThat(state(id)).isEqualTo(ReportState.DEAD);
        assertThat(store.journeys().body(id)).isPresent();
    }

    @Test
    void aRetriedReportIsFencedFromItsOldHolder() {
        accept("a", report("1"));
        LeasedReport old = claim(1).getFirst();
        settle(old, new Settlement.Dead(400, "no", TOOK));
        operations().discard(ReportFilter.ALL, "anna", "x").join();
        retry(ReportFilter.ALL);
        var fresh = claim(1).getFirst();

        assertThat(settle(old, DELIVERED)).isFalse();
        assertThat(settle(fresh, DELIVERED)).isTrue();
    }
}
