package dev.sightglass.client.queue.store;

import dev.sightglass.client.queue.ActResult;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** One act on many reports, a portion per transaction: what is changed at once holds up everybody else. */
final class ActPortions {

    private static final int PORTION = 200;

    private final Transactions transactions;
    private final long act;
    private final OnReport change;
    private long changed;

    ActPortions(Transactions transactions, long act, OnReport change) {
        this.transactions = transactions;
        this.act = act;
        this.change = change;
    }

    /** What the act does to one report. */
    @FunctionalInterface
    interface OnReport {

        /**
         * Returns false when the report's state forbids it.
         *
         * @param place how many reports the act has changed before
         */
        boolean change(Statements store, long seq, long now, long place);
    }

    CompletableFuture<ActResult> over(List<Long> seqs) {
        return from(0, seqs).thenApply(_ -> new ActResult(act, changed, seqs.size() - changed));
    }

    private CompletableFuture<Integer> from(int start, List<Long> seqs) {
        if (start >= seqs.size()) {
            return CompletableFuture.completedFuture(0);
        }
        int end = Math.min(start + PORTION, seqs.size());
        return transactions.submitAndWake((store, now) -> portion(store, seqs.subList(start, end), now))
            .thenCompose(done -> {
                changed += done;
                return from(end, seqs);
            });
    }

    private int portion(Statements store, List<Long> seqs, long now) {
        var done = new ArrayList<Long>(seqs.size());
        for (long seq : seqs) {
            if (change.change(store, seq, now, changed + done.size())) {
                done.add(seq);
            }
        }
        Journal.changed(store, act, done);
        return done.size();
    }
}
