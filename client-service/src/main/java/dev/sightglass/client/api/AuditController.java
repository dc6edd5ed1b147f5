package dev.sightglass.client.api;

import dev.sightglass.client.journey.Audit;
import dev.sightglass.client.journey.Ledger;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.InstantSource;
import java.util.List;

/** Proves that nothing is lost, or names what is. */
@Controller("/api/v1/audit")
@ExecuteOn(TaskExecutors.BLOCKING)
final class AuditController {

    private static final int MOST_NAMED = 100;

    private final Ledger ledger;
    private final InstantSource clock;

    AuditController(Ledger ledger, InstantSource clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * The balance.
     *
     * @param audit its sides
     * @param unaccounted what is nowhere; must be 0
     * @param missing correlation ids of sources of which something is nowhere
     */
    record Balance(Audit audit, long unaccounted, List<String> missing) {}

    @Get
    Balance audit(HttpRequest<?> request) {
        var since = new ReportQuery(request.getParameters(), clock.instant(), "since").moment("since");
        var audit = ledger.audit(since);
        return new Balance(audit, audit.unaccounted(),
            audit.unaccounted() == 0 ? List.of() : ledger.unaccounted(MOST_NAMED));
    }
}
