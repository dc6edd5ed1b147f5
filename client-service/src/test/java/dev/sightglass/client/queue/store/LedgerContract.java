package dev.sightglass.client.queue.store;

import static dev.sightglass.client.testing.Reports.origin;
import static dev.sightglass.client.testing.Reports.report;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.client.journey.Audit;
import dev.sightglass.client.journey.ReportFilter;
import dev.sightglass.client.queue.Settlement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the ledger of every store must tell. */
public abstract class LedgerContract extends StoreContract {

    protected LedgerContract(StoreUnderTest under) {
        super(under);
    }

    private static void assertBalance(Audit audit, long... seenDeliveredQueuedDeadDuplicateRejectedCancelled) {
        assertThat(new long[]{audit.seen(), audit.delivered(), audit.queued(), audit.dead(), audit.duplicate(),
            audit.rejected(), audit.cancelled()}).containsExactly(seenDeliveredQueuedDeadDuplicateRejectedCancelled);
        assertThat(audit.unaccounted()).isZero();
    }

    @Test
    void isBalancedWhenEmpty() {
        assertBalance(audit(), 0, 0, 0, 0, 0, 0, 0);
        assertThat(store.ledger().latest().unaccounted()).isZero();
    }

    @Test
    @DisplayName("T27: the balance holds at every step")
    void isBalancedAtEveryStep() {
        accept("a", report("1"), report("2"), report("3"));
        assertBalance(audit(), 3, 0, 3, 0, 0, 0, 0);

        var leased = claim(2);
        settle(leased.get(0), DELIVERED);
        assertBalance(audit(), 3, 1, 2, 0, 0, 0, 0);

        settle(leased.get(1), new Settlement.Dead(422, "no", TOOK));
        assertBalance(audit(), 3, 1, 1, 1, 0, 0, 0);

        queue.accept(origin("other-name", origin("a", now()).sha256(), now()), List.of(report("1")), 5).join();
        assertBalance(audit(), 4, 2, 1, 1, 0, 0, 0); // the content is accepted again: one of its reports was refused
        queue.accept(origin("third-name", origin("a", now()).sha256(), now()), List.of(report("1")), 5).join();
        assertBalance(audit(), 5, 2, 1, 1, 1, 0, 0);

        queue.refuse(origin("bad", now()), "not JSON").join();
        assertBalance(audit(), 6, 2, 1, 1, 1, 1, 0);

        store.operations().discard(ReportFilter.one(leased.get(1).id()), "anna", "wrong product").join();
        assertBalance(audit(), 6, 2, 1, 0, 1, 1, 1);
    }

    @Test
    void countsOnlyWhatWasSettledSince() {
        accept("a", report("1"));
        queue.refuse(origin("bad", now()), "not JSON").join();
        advance(Duration.ofHours(1));
        var since = now();
        accept("b", report("2"));

        assertBalance(store.ledger().audit(Optional.of(since)), 1, 0, 1, 0, 0, 0, 0);
    }

    @Test
    void keepsABalanceForAMoment() {
        var first = store.ledger().latest();
        accept("a", report("1"));

        assertThat(store.ledger().latest()).isEqualTo(first);
        assertThat(store.ledger().unaccounted(10)).isEmpty();
    }
}
