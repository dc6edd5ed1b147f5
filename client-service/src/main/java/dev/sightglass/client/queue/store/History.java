package dev.sightglass.client.queue.store;

import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Forgets what is over and old, a portion at a time, so that nobody has to wait for it. */
final class History {

    private static final Logger logger = LoggerFactory.getLogger(History.class);
    private static final int PORTION = 200;
    private static final String OVER = """
                                       select correlation_id from source s
                                       where settled_at < :before and not exists (
                                           select 1 from source_report sr join job j on j.seq = sr.seq
                                           where sr.correlation_id = s.correlation_id)
                                       order by settled_at limit :limit""";

    private final Transactions transactions;
    private final Jdbi reader;
    private final Dialect dialect;
    private final HistoryConfig config;

    /**
     * The history of a store.
     *
     * @param transactions makes changes
     * @param reader its connections
     * @param dialect of the database
     * @param config what is remembered
     */
    History(Transactions transactions, Jdbi reader, Dialect dialect, HistoryConfig config) {
        this.transactions = transactions;
        this.reader = reader;
        this.dialect = dialect;
        this.config = config;
    }

    /**
     * Forgets what is too old, and the oldest of what is too much.
     *
     * @return how many sources were forgotten
     */
    public long prune() {
        long now = transactions.submit((_, time) -> time).join();
        long forgotten = prune(now - config.maxAge().toMillis(), Long.MAX_VALUE);
        long excess = finished() - config.maxReports();
        if (excess > 0) {
            forgotten += prune(Long.MAX_VALUE, excess);
        }
        if (forgotten > 0) {
            logger.info("The history forgot {} sources that were over and old", forgotten);
        }
        return forgotten;
    }

    private long prune(long before, long most) {
        long forgotten = 0;
        while (forgotten < most && !Thread.currentThread().isInterrupted()) {
            var portion = over(before, Math.min(PORTION, most - forgotten));
            int done = portion.isEmpty() ? 0 : transactions.submit(new PruneHistory(portion, dialect)).join();
            if (done == 0) {
                break;
            }
            forgotten += done;
        }
        return forgotten;
    }

    private List<String> over(long before, long limit) {
        return reader.withHandle(handle -> handle.createQuery(OVER).bind("before", before).bind("limit", limit)
            .mapTo(String.class).list());
    }

    private long finished() {
        return reader.withHandle(handle -> handle
            .createQuery("select (select count(*) from report) - (select count(*) from job)").mapTo(Long.class).one());
    }
}
