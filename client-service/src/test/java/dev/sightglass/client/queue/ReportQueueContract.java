package dev.sightglass.client.queue;

import static dev.sightglass.client.testing.Reports.origin;
import static dev.sightglass.client.testing.Reports.report;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.client.report.CompletedReport;
import dev.sightglass.client.testing.ManualClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of the queue must do. */
public abstract class ReportQueueContract {

    protected static final Duration LEASE = Duration.ofSeconds(60);

    protected final ManualClock clock = new ManualClock();
    protected ReportQueue queue;

    /** Opens the store, or opens it again on what it held. */
    protected abstract ReportQueue open(QueueConfig config) throws Exception;

    protected abstract void close() throws Exception;

    protected static QueueConfig config() {
        return new QueueConfig(100_000, 1_000_000_000, 0, Duration.ofSeconds(30));
    }

    @BeforeEach
    void openStore() throws Exception {
        queue = open(config());
    }

    @AfterEach
    void closeStore() throws Exception {
        close();
    }

    protected Receipt accept(String name, CompletedReport... reports) {
        return queue.accept(origin(name, clock.instant()), List.of(reports), 5).join();
    }

    protected List<LeasedReport> claim(int max) {
        return queue.claim(max, LEASE).join();
    }

    private static List<String> serials(List<LeasedReport> leased) {
        return leased.stream().map(report -> new String(report.body(), StandardCharsets.UTF_8))
            .map(body -> body.replaceAll(".*\"sn\":\"|\".*", ""))
            .toList();
    }

    @Test
    void givesBackWhatItTookInOrder() {
        assertThat(accept("a", report("1"), report("2"))).isEqualTo(new Receipt.Stored(2));
        clock.advance(Duration.ofMillis(1));
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

        assertThat(queue.settle(leased, new Settlement.Delivered(200)).join()).isTrue();

        assertThat(queue.settle(leased, new Settlement.Delivered(200)).join()).as("settled already").isFalse();
        assertThat(claim(10)).isEmpty();
        assertThat(queue.counts().delivered()).isEqualTo(1);
        assertThat(queue.counts().undelivered()).isZero();
    }

    @Test
    void keepsWhatItTookWhenOpenedAgain() throws Exception {
        accept("a", report("1"), report("2"));
        queue.settle(claim(1).getFirst(), new Settlement.Delivered(200)).join();

        close();
        queue = open(config());

        assertThat(serials(claim(10))).containsExactly("2");
        assertThat(accept("a", report("1"))).isInstanceOf(Receipt.Duplicate.class);
    }

    @Test
    void namesTheFirstCopyOfADuplicate() {
        var first = origin("a", "f".repeat(64), clock.instant());
        queue.accept(first, List.of(report("1")), 5).join();

        var receipt =
            queue.accept(origin("copy-of-a", "f".repeat(64), clock.instant()), List.of(report("1")), 5).join();

        assertThat(receipt).isEqualTo(new Receipt.Duplicate(first.correlationId()));
        assertThat(claim(10)).hasSize(1);
        assertThat(queue.counts().duplicate()).isEqualTo(1);
    }

    @Test
    void takesDeadContentAgainWhenItIsDroppedAgain() {
        accept("a", report("1"));
        queue.settle(claim(1).getFirst(), new Settlement.Dead(400, "no such process")).join();
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

        queue.settle(inFlight, new Settlement.Delivered(200)).join();

        assertThat(serials(claim(10))).containsExactly("new");
    }

    @Test
    void doesNotSendAnEqualBodyTwice() {
        accept("a", report("1"));
        queue.settle(claim(1).getFirst(), new Settlement.Delivered(200)).join();

        assertThat(accept("grown-a", report("1"), report("2"))).isEqualTo(new Receipt.Stored(2));

        assertThat(serials(claim(10))).containsExactly("2");
    }

    @Test
    void makesARetryWait() {
        accept("a", report("1"));
        queue.settle(claim(1).getFirst(), new Settlement.Retry(503, "busy", Duration.ofSeconds(10))).join();
        assertThat(claim(10)).isEmpty();
        assertThat(queue.counts().waiting()).isEqualTo(1);

        clock.advance(Duration.ofSeconds(10));

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
        clock.advance(LEASE);
        var quick = claim(1).getFirst();

        assertThat(queue.settle(slow, new Settlement.Dead(400, "late")).join()).isFalse();
        assertThat(queue.settle(quick, new Settlement.Delivered(200)).join()).isTrue();
    }

    @Test
    void keepsARenewedLease() {
        accept("a", report("1"));
        var leased = claim(1);
        clock.advance(LEASE.minusSeconds(1));
        queue.renew(leased, LEASE).join();
        clock.advance(Duration.ofSeconds(2));

        assertThat(claim(10)).isEmpty();
    }

    @Test
    void putsUrgentReportsFirstButLetsOthersAge() {
        queue.accept(origin("old", clock.instant()), List.of(report("old")), 10).join();
        clock.advance(Duration.ofSeconds(10));
        queue.accept(origin("urgent", clock.instant()), List.of(report("urgent")), 1).join();
        clock.advance(Duration.ofMinutes(5));
        queue.accept(origin("late", clock.instant()), List.of(report("late")), 1).join();

        assertThat(serials(claim(10))).containsExactly("urgent", "old", "late");
    }

    @Test
    void refusesWhenFullAndTakesAgainWhenThereIsRoom() throws Exception {
        close();
        queue = open(new QueueConfig(2, 1_000_000, 0, Duration.ofSeconds(30)));
        accept("a", report("1"), report("2"));
        clock.advance(Duration.ofSeconds(2));

        assertThat(accept("b", report("3"))).isInstanceOfSatisfying(Receipt.Full.class,
            full -> assertThat(full.reason()).contains("sightglass.queue.max-items"));

        claim(2).forEach(leased -> queue.settle(leased, new Settlement.Delivered(200)).join());
        clock.advance(Duration.ofSeconds(2));
        assertThat(accept("b", report("3"))).isEqualTo(new Receipt.Stored(1));
    }

    @Test
    void refusesBelowTheFloorOfFreeDisk() throws Exception {
        close();
        queue = open(new QueueConfig(2, 1_000_000, Long.MAX_VALUE, Duration.ofSeconds(30)));

        assertThat(accept("b", report("3"))).isInstanceOfSatisfying(Receipt.Full.class,
            full -> assertThat(full.reason()).contains("min-free-bytes"));
    }

    @Test
    void countsASourceWithoutReports() {
        queue.refuse(origin("bad", clock.instant()), "not JSON").join();

        assertThat(queue.counts().rejected()).isEqualTo(1);
    }

    @Test
    void neverLeasesOneReportToTwo() {
        int sources = 400;
        var accepted = new ArrayList<CompletableFuture<Receipt>>();
        IntStream.range(0, sources).forEach(
            i -> accepted.add(queue.accept(origin("s" + i, clock.instant()), List.of(report("s" + i)), 5)));
        accepted.forEach(CompletableFuture::join);

        var claims = IntStream.range(0, 20).mapToObj(_ -> queue.claim(30, LEASE)).toList();
        var seqs = claims.stream().flatMap(claim -> claim.join().stream()).map(LeasedReport::seq).toList();

        assertThat(seqs).hasSize(sources);
        assertThat(new HashSet<>(seqs)).hasSize(sources);
    }
}
