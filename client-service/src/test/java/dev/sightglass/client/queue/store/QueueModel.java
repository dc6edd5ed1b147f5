package dev.sightglass.client.queue.store;

import static dev.sightglass.client.testing.Reports.origin;
import static dev.sightglass.client.testing.Reports.report;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.client.journey.ReportFilter;
import dev.sightglass.client.journey.ReportJourney;
import dev.sightglass.client.journey.ReportState;
import dev.sightglass.client.queue.LeasedReport;
import dev.sightglass.client.queue.QueueConfig;
import dev.sightglass.client.queue.Receipt;
import dev.sightglass.client.queue.Settlement;
import dev.sightglass.client.report.CompletedReport;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Does anything with a store in any order, and knows what must come of it: every report that was taken is delivered in the end with the
 * body that was taken last, and on the way nothing is nowhere and nobody holds what somebody else holds.
 */
public final class QueueModel implements AutoCloseable {

    private static final QueueConfig CONFIG = new QueueConfig(100_000, 1_000_000_000, 0, Duration.ofSeconds(30));
    private static final HistoryConfig HISTORY = new HistoryConfig(Duration.ofDays(365), 1_000_000);
    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final int IDS = 12;
    private static final int BODIES = 3;

    private final StoreUnderTest under;
    private final List<LeasedReport> held = new ArrayList<>();
    private final Map<UUID, String> taken = new HashMap<>();
    private final Map<UUID, String> delivered = new HashMap<>();
    private Store store;

    public QueueModel(StoreUnderTest under) {
        this.under = under;
        this.store = under.open(CONFIG, HISTORY);
    }

    /** What can be done. */
    public enum Act {
        ACCEPT, ACCEPT_MORE, REFUSE, CLAIM, CLAIM_MANY, DELIVER, DELIVER_LATE, KILL, FAIL, RELEASE_LEASE, RENEW, WAIT,
        WAIT_LONG, RETRY, DISCARD, HOLD, LET_GO, PAUSE, RESUME, REOPEN
    }

    /**
     * One step.
     *
     * @param act what is done
     * @param which with which report, source or lease
     */
    public record Step(Act act, int which) {}

    public void take(Step step) {
        int which = step.which;
        switch (step.act) {
            case ACCEPT -> accept(which, 1);
            case ACCEPT_MORE -> accept(which, 3);
            case REFUSE -> store.queue().refuse(origin("bad" + which, under.now()), "no").join();
            case CLAIM -> claim(1);
            case CLAIM_MANY -> claim(5);
            case DELIVER, DELIVER_LATE -> settle(which, new Settlement.Delivered(200, Duration.ZERO));
            case KILL -> settle(which, new Settlement.Dead(400, "no", Duration.ZERO));
            case FAIL -> settle(which, new Settlement.Retry(503, "busy", Duration.ZERO, Duration.ofSeconds(which)));
            case RELEASE_LEASE -> settle(which, new Settlement.Released());
            case RENEW -> store.queue().renew(held, LEASE).join();
            case WAIT -> under.advance(Duration.ofSeconds(which));
            case WAIT_LONG -> under.advance(LEASE.plusSeconds(1));
            case RETRY -> store.operations().retry(one(which), OptionalInt.empty(), "anna", "").join();
            case DISCARD -> store.operations().discard(one(which), "anna", "test").join();
            case HOLD -> store.operations().hold(one(which), "anna", "").join();
            case LET_GO -> store.operations().release(one(which), "anna", "").join();
            case PAUSE -> store.operations().pause("anna", "test").join();
            case RESUME -> store.operations().resume("anna", "").join();
            case REOPEN -> {
                store.close();
                store = under.open(CONFIG, HISTORY);
            }
        }
    }

    private static UUID id(int which) {
        return report("id" + which % IDS).id();
    }

    private static ReportFilter one(int which) {
        return ReportFilter.one(id(which));
    }

    private void accept(int which, int count) {
        var reports = IntStream.range(0, count).mapToObj(i -> body(which + i, (which + i) / IDS % BODIES)).toList();
        var content = "%064x".formatted(which * 10L + count);
        var receipt = store.queue().accept(origin("s", content, under.now()), reports, 1 + which % 10).join();
        if (receipt instanceof Receipt.Stored) {
            reports.forEach(report -> taken.put(report.id(), text(report.json())));
        }
    }

    private static CompletedReport body(int which, int version) {
        return report(id(which), "id" + which % IDS, "{\"sn\":\"v" + version + "\"}");
    }

    private static String text(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }

    private void claim(int max) {
        var claimed = store.queue().claim(max, LEASE).join();
        assertThat(claimed).extracting(LeasedReport::seq).doesNotHaveDuplicates();
        held.addAll(claimed);
    }

    private void settle(int which, Settlement settlement) {
        if (held.isEmpty()) {
            return;
        }
        var report = held.get(which % held.size());
        if (store.queue().settle(report, settlement).join() && settlement instanceof Settlement.Delivered) {
            delivered.put(report.id(), text(report.body()));
        }
        if (which % 3 > 0) {
            held.remove(report); // else it is settled again later, when it is nobody's any more
        }
    }

    /** What holds at any moment. */
    public void check() {
        var audit = store.ledger().audit(Optional.empty());
        assertThat(audit.unaccounted()).isZero();
        assertThat(store.ledger().unaccounted(10)).isEmpty();
        var counts = store.queue().counts();
        var states = store.journeys().list(ReportFilter.ALL, 1_000).stream().map(ReportJourney::state).toList();
        assertThat(states).hasSize(taken.size());
        assertThat(List.of(counts.ready(), counts.leased(), counts.waiting(), counts.paused(), counts.dead()))
            .isEqualTo(
                Stream
                    .of(ReportState.READY, ReportState.LEASED, ReportState.WAITING, ReportState.PAUSED,
                        ReportState.DEAD)
                    .map(state -> (long) Collections.frequency(states, state)).toList());
    }

    /** From wherever they are, all reports can still be delivered, and what is delivered is what was taken last. */
    public void finish() {
        store.operations().resume("anna", "").join();
        store.operations().release(ReportFilter.ALL, "anna", "").join();
        under.advance(LEASE.multipliedBy(10));
        store.operations()
            .retry(ReportFilter.in(ReportState.DEAD, ReportState.CANCELLED), OptionalInt.empty(), "anna", "").join();
        for (var claimed = store.queue().claim(5, LEASE).join(); !claimed.isEmpty(); claimed =
            store.queue().claim(5, LEASE).join()) {
            held.addAll(claimed);
            for (var report : claimed) {
                assertThat(store.queue().settle(report, new Settlement.Delivered(200, Duration.ZERO)).join()).isTrue();
                delivered.put(report.id(), text(report.body()));
            }
        }
        assertThat(delivered).isEqualTo(taken);
        assertThat(store.queue().counts().undelivered()).isZero();
        check();
    }

    @Override
    public void close() {
        store.close();
        under.close();
    }
}
