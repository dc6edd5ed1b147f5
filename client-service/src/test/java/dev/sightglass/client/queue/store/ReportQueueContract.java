package dev.sightglass.client.queue.store;

import static dev.sightglass.client.testing.Reports.origin;
import static dev.sightglass.client.testing.Reports.report;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.client.queue.LeasedReport;
import dev.sightglass.client.queue.QueueConfig;
import dev.sightglass.client.queue.Receipt;
import dev.sightglass.client.queue.Settlement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the queue of every store must do. */
public abstract class ReportQueueContract extends StoreContract {

    protected ReportQueueContract(StoreUnderTest under) {
        super(under);
    }

    @Test
    void givesBackWhatItTookInOrder() {
        assertThat(accept("a", report("1"), report("2"))).isEqualTo(new Receipt.Stored(2));
        advance(Duration.ofMillis(1));
        accept("b", report("3"));

        var leased = claim(10);

        assertThat(serials(leased)).containsExactly("1", "2", "3");
        assertThat(leased.getFirst().id()).isEqualTo(report("1").id());
        assertThat(leased.getFirst().converter()).isEqualTo("wsjf");
        assertThat(claim(10)).as("a leased report is nobody else's").isEmpty();
    }

    @Test
    void deliversOnce() {
        accept("a", report("1"));
        var leased = claim(10).getFirst();

        assertThat(queue.settle(leased, DELIVERED).join()).isTrue();

        assertThat(queue.settle(leased, DELIVERED).join()).as("settled already").isFalse();
        assertThat(claim(10)).isEmpty();
        assertThat(audit().delivered()).isEqualTo(1);
        assertThat(queue.counts().undelivered()).isZero();
    }

    @Test
    void keepsWhatItTookWhenOpenedAgain() {
        accept("a", report("1"), report("2"));
        queue.settle(claim(1).getFirst(), DELIVERED).join();

        reopen(config());

        assertThat(serials(claim(10))).containsExactly("2");
        assertThat(accept("a", report("1"))).isInstanceOf(Receipt.Duplicate.class);
    }

    @Test
    void namesTheFirstCopyOfADuplicate() {
        var first = origin("a", "f".repeat(64), now());
        queue.accept(first, List.of(report("1")), 5).join();

        var receipt =
            queue.accept(origin("copy-of-a", "f".repeat(64), now()), List.of(report("1")), 5).join();

        assertThat(receipt).isEqualTo(new Receipt.Duplicate(first.correlationId()));
        assertThat(claim(10)).hasSize(1);
        assertThat(audit().duplicate()).isEqualTo(1);
    }

    @Test
    void takesDeadContentAgainWhenItIsDroppedAgain() {
        accept("a", report("1"));
        queue.settle(claim(1).getFirst(), new Settlement.Dead(400, "no such process", TOOK)).join();
        assertThat(queue.counts().dead()).isEqualTo(1);

        assertThat(accept("a", report("1"))).isEqualTo(new Receipt.Stored(1));

        assertThat(serials(claim(10))).containsExactly("1");
        assertThat(queue.counts().dead()).isZero();
    }

    @Test
    void replacesTheBodyOfTheSameId() {
        var id = UUID.randomUUID();
        accept("a", report(id, "1", "{\"sn\":\"old\"}"));
        accept("b", report(id, "1", "{\"sn\":\"new\"}"));

        assertThat(serials(claim(10))).containsExactly("new");
    }

    @Test
    void sendsANewerBodyAfterTheOneInFlight() {
        var id = UUID.randomUUID();
        accept("a", report(id, "1", "{\"sn\":\"old\"}"));
        var inFlight = claim(1).getFirst();
        accept("b", report(id, "1", "{\"sn\":\"new\"}"));
        assertThat(claim(10)).as("two bodies of one id are never in flight together").isEmpty();

        queue.settle(inFlight, DELIVERED).join();

        assertThat(serials(claim(10))).containsExactly("new");
    }

    @Test
    void doesNotSendAnEqualBodyTwice() {
        accept("a", report("1"));
        queue.settle(claim(1).getFirst(), DELIVERED).join();

        assertThat(accept("grown-a", report("1"), report("2"))).isEqualTo(new Receipt.Stored(2));

        assertThat(serials(claim(10))).containsExactly("2");
    }

    @Test
    void makesARetryWait() {
        accept("a", report("1"));
        queue.settle(claim(1).getFirst(), new Settlement.Retry(503, "busy", TOOK, Duration.ofSeconds(10))).join();
        assertThat(claim(10)).isEmpty();
        assertThat(queue.counts().waiting()).isEqualTo(1);

        advance(Duration.ofSeconds(10));

        assertThat(claim(10)).singleElement().satisfies(again -> assertThat(again.attempts()).isEqualTo(1));
    }

    @Test
    void burnsNoAttemptOnARelease() {
        accept("a", report("1"));
        queue.settle(claim(1).getFirst(), new Settlement.Released()).join();

        assertThat(claim(10)).singleElement().satisfies(again -> assertThat(again.attempts()).isZero());
    }

    @Test
    void fencesALeaseThatHasPassedOn() {
        accept("a", report("1"));
        var slow = claim(1).getFirst();
        advance(LEASE);
        var quick = claim(1).getFirst();

        assertThat(queue.settle(slow, new Settlement.Dead(400, "late", TOOK)).join()).isFalse();
        assertThat(queue.settle(quick, DELIVERED).join()).isTrue();
    }

    @Test
    void keepsARenewedLease() {
        accept("a", report("1"));
        var leased = claim(1);
        advance(LEASE.minusSeconds(1));
        queue.renew(leased, LEASE).join();
        advance(Duration.ofSeconds(2));

        assertThat(claim(10)).isEmpty();
    }

    @Test
    void putsUrgentReportsFirstButLetsOthersAge() {
        queue.accept(origin("old", now()), List.of(report("old")), 10).join();
        advance(Duration.ofSeconds(10));
        queue.accept(origin("urgent", now()), List.of(report("urgent")), 1).join();
        advance(Duration.ofMinutes(5));
        queue.accept(origin("late", now()), List.of(report("late")), 1).join();

        assertThat(serials(claim(10))).containsExactly("urgent", "old", "late");
    }

    @Test
    void refusesWhenFullAndTakesAgainWhenThereIsRoom() {
        reopen(new QueueConfig(2, 1_000_000, 0, Duration.ofSeconds(30)));
        accept("a", report("1"), report("2"));
        advance(Duration.ofSeconds(2));

        assertThat(accept("b", report("3"))).isInstanceOfSatisfying(Receipt.Full.class,
            full -> assertThat(full.reason()).contains("sightglass.queue.max-items"));

        claim(2).forEach(leased -> queue.settle(leased, DELIVERED).join());
        advance(Duration.ofSeconds(2));
        assertThat(accept("b", report("3"))).isEqualTo(new Receipt.Stored(1));
    }

    @Test
    void countsASourceWithoutReports() {
        queue.refuse(origin("bad", now()), "not JSON").join();

        assertThat(audit().rejected()).isEqualTo(1);
    }

    @Test
    void neverLeasesOneReportToTwo() {
        int sources = 400;
        var accepted = new ArrayList<CompletableFuture<Receipt>>();
        IntStream.range(0, sources).forEach(
            i -> accepted.add(queue.accept(origin("s" + i, now()), List.of(report("s" + i)), 5)));
        accepted.forEach(CompletableFuture::join);

        var claims = IntStream.range(0, 20).mapToObj(_ -> queue.claim(30, LEASE)).toList();
        var seqs = claims.stream().flatMap(claim -> claim.join().stream()).map(LeasedReport::seq).toList();

        assertThat(seqs).hasSize(sources);
        assertThat(new HashSet<>(seqs)).hasSize(sources);
    }

    @Test
    void answersTheSameWhenASourceIsHandedInAgain() {
        var origin = origin("a", now());
        var first = queue.accept(origin, List.of(report("1"), report("2")), 5).join();

        assertThat(queue.accept(origin, List.of(report("1"), report("2")), 5).join()).isEqualTo(first);

        assertThat(claim(10)).hasSize(2);
        assertThat(audit().seen()).isEqualTo(2);
    }

    @Test
    void answersTheSameWhenItsReportHasDiedMeanwhile() {
        var origin = origin("a", now());
        var first = queue.accept(origin, List.of(report("1")), 5).join();
        kill();

        assertThat(queue.accept(origin, List.of(report("1")), 5).join()).isEqualTo(first);
        assertThat(queue.counts().dead()).isEqualTo(1);
    }

    @Test
    void takesARefusedSourceThatFaresBetterTheNextTime() {
        var origin = origin("a", now());
        queue.refuse(origin, "the converter failed").join();

        assertThat(queue.accept(origin, List.of(report("1")), 5).join()).isEqualTo(new Receipt.Stored(1));

        assertThat(audit().rejected()).isZero();
        assertThat(audit().queued()).isEqualTo(1);
    }

    @Test
    void aLeaseOfAnEarlierLifeDoesNotSettleALaterOne() {
        var id = UUID.randomUUID();
        accept("a", report(id, "1", "{\"sn\":\"old\"}"));
        var old = claim(1).getFirst();
        settle(old, DELIVERED);
        accept("b", report(id, "1", "{\"sn\":\"new\"}"));
        var fresh = claim(1).getFirst();

        assertThat(settle(old, DELIVERED)).isFalse();
        assertThat(settle(fresh, DELIVERED)).isTrue();
    }

    @Test
    void tellsWhenAReportMayBeReady() {
        var told = new CompletableFuture<Boolean>();
        queue.onReady(() -> told.complete(true));

        accept("a", report("1"));

        assertThat(told.orTimeout(10, TimeUnit.SECONDS).join()).isTrue();
    }
}
