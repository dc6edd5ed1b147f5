package dev.sightglass.client.queue.store.postgresql;

import dev.sightglass.client.queue.store.BacklogContract;
import dev.sightglass.client.queue.store.HistoryContract;
import dev.sightglass.client.queue.store.JourneysContract;
import dev.sightglass.client.queue.store.LedgerContract;
import dev.sightglass.client.queue.store.ModelContract;
import dev.sightglass.client.queue.store.QueueOperationsContract;
import dev.sightglass.client.queue.store.ReportQueueContract;
import org.junit.jupiter.api.Nested;

class PostgresqlStoreTest {

    @Nested
    class Queue extends ReportQueueContract {
        Queue() {
            super(new PostgresqlUnderTest());
        }
    }

    @Nested
    class Operations extends QueueOperationsContract {
        Operations() {
            super(new PostgresqlUnderTest());
        }
    }

    @Nested
    class Journeys extends JourneysContract {
        Journeys() {
            super(new PostgresqlUnderTest());
        }
    }

    @Nested
    class History extends HistoryContract {
        History() {
            super(new PostgresqlUnderTest());
        }
    }

    @Nested
    class Backlog extends BacklogContract {
        Backlog() {
            super(PostgresqlUnderTest::new);
        }
    }

    @Nested
    class Model extends ModelContract {
        Model() {
            super(PostgresqlUnderTest::new, 500);
        }
    }

    @Nested
    class Ledger extends LedgerContract {
        Ledger() {
            super(new PostgresqlUnderTest());
        }
    }
}
