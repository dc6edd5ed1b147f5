package dev.sightglass.client.queue.store;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Leases the reports whose turn it is. */
final class ClaimReports implements Change<List<ClaimedReport>> {

    private final int max;
    private final Duration lease;
    private final Dialect dialect;

    /**
     * The change.
     *
     * @param max how many at most
     * @param lease how long they are the caller's alone
     * @param dialect of the database
     */
    ClaimReports(int max, Duration lease, Dialect dialect) {
        this.max = max;
        this.lease = lease;
        this.dialect = dialect;
    }

    @Override
    public List<ClaimedReport> apply(Statements store, long now) {
        if (store.first("select 1 from destination_pause", row -> true).isPresent()) {
            return List.of();
        }
        putBackWhatIsDue(store, now);
        var turns = store.list("""
                               with next as materialized (
                                   select seq from job where state = 'ready' order by place, seq limit ? %s)
                               update job set state = 'leased', lease = lease + 1, due_at = ?
                               where seq in (select seq from next)
                               returning seq, place, lease, revision, attempts, enqueued_at"""
            .formatted(dialect.lockOrSkip()), Turn::read, max, now + lease.toMillis());
        return turns.isEmpty() ? List.of() : withBodies(store, turns);
    }

    private void putBackWhatIsDue(Statements store, long now) {
        store.update("""
                     update job set state = 'ready' where seq in (
                         select seq from job where state in ('leased', 'waiting') and due_at <= ? %s)"""
            .formatted(dialect.lockOrSkip()), now);
    }

    /** The order of what an update returns is not defined. */
    private List<ClaimedReport> withBodies(Statements store, List<Turn> turns) {
        var bodies = bodies(store, turns.stream().map(Turn::seq).toList());
        return turns.stream().sorted(Comparator.comparingLong(Turn::place).thenComparingLong(Turn::seq))
            .map(turn -> new ClaimedReport(turn, bodies.getOrDefault(turn.seq(), StoredBody.unreadable(turn.seq()))))
            .toList();
    }

    /** One damaged page of the database must not hold up all: what cannot be read together is read one by one. */
    private Map<Long, StoredBody> bodies(Statements store, List<Long> seqs) {
        try {
            return byNumber(
                store.list(StoredBody.SELECT + "where r.seq in " + dialect.numbers(), StoredBody::read,
                    Dialect.list(seqs)).stream());
        } catch (IllegalStateException damaged) {
            if (dialect == Dialect.POSTGRESQL) {
                throw damaged; // its transaction is over
            }
            return byNumber(seqs.stream().map(seq -> bodyOf(store, seq)));
        }
    }

    private static Map<Long, StoredBody> byNumber(Stream<StoredBody> bodies) {
        return bodies.collect(Collectors.toMap(StoredBody::seq, Function.identity()));
    }

    private static StoredBody bodyOf(Statements store, long seq) {
        try {
            return store.first(StoredBody.SELECT + "where r.seq = ?", StoredBody::read, seq)
                .orElse(StoredBody.unreadable(seq));
        } catch (IllegalStateException damaged) {
            return StoredBody.unreadable(seq);
        }
    }
}
