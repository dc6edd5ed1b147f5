package dev.sightglass.client.queue.store;

import dev.sightglass.client.journey.Journeys;
import dev.sightglass.client.journey.Ledger;
import dev.sightglass.client.queue.QueueOperations;
import dev.sightglass.client.queue.ReportQueue;
import java.util.function.LongSupplier;
import org.jdbi.v3.core.Jdbi;

/** What both stores have in common: all that works on a writer and a reader, whatever database is below. */
public abstract class SqlStore implements Store {

    private static final String BEAT =
        """
        insert into heartbeat (id, at) values (1, ?) on conflict (id) do update
        set at = case when heartbeat.at > excluded.at then heartbeat.at else excluded.at end""";

    private final Transactions writer;
    private final Jdbi reader;
    private final ReportQueue queue;
    private final QueueOperations operations;
    private final Journeys journeys;
    private final Ledger ledger;
    private final History history;
    private final Upkeep upkeep;

    /**
     * All that the store holds.
     *
     * @param writer makes changes
     * @param reader connections that only read
     * @param dialect of the database
     * @param ready fired when reports may have become ready
     * @param freeBytes what is left on the store's disk
     * @param setup what every store is given
     */
    protected SqlStore(Transactions writer, Jdbi reader, Dialect dialect, ReadySignal ready, LongSupplier freeBytes,
        StoreSetup setup) {
        var counts = new Counts(reader);
        var room = new Room(counts, freeBytes, setup.queue(), setup.clock());
        this.writer = writer;
        this.reader = reader;
        this.queue = new StoredReportQueue(writer, counts, room, ready, dialect, setup.queue(), setup.metrics());
        this.operations = new OperatorActs(writer, reader);
        this.journeys = new StoredJourneys(reader);
        this.ledger = new StoredLedger(reader, setup.clock());
        this.history = new History(writer, reader, dialect, setup.history());
        this.upkeep = new Upkeep(history::prune);
    }

    @Override
    public final ReportQueue queue() {
        return queue;
    }

    @Override
    public final QueueOperations operations() {
        return operations;
    }

    @Override
    public final Journeys journeys() {
        return journeys;
    }

    @Override
    public final Ledger ledger() {
        return ledger;
    }

    /** A heartbeat through the writer, read by a reader. Another replica's may be newer than ours. */
    @Override
    public final boolean writesAndReadsBack() {
        long beat = writer.submit((store, now) -> {
            store.update(BEAT, now);
            return now;
        }).join();
        long read = reader.withHandle(handle -> handle.createQuery("select at from heartbeat").mapTo(Long.class).one());
        return read >= beat;
    }

    @Override
    public final long prune() {
        return history.prune();
    }

    /** Ends what works by itself; then the database can be closed. */
    @Override
    public void close() {
        upkeep.close();
    }
}
