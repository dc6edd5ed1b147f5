package dev.sightglass.metrics.track;

import dev.sightglass.metrics.Buckets;
import dev.sightglass.metrics.CounterDeclaration;
import dev.sightglass.metrics.GaugeDeclaration;
import dev.sightglass.metrics.HistogramDeclaration;
import dev.sightglass.metrics.Label;

/**
 * The metrics of tracked operations.
 *
 * @since 0.1.0
 */
public final class Operations {
    private static final Label OPERATION = Label.open("operation", 200);

    /** Calls by outcome. */
    public static final CounterDeclaration REQUESTS = CounterDeclaration.of("operation_requests",
        "Calls of a tracked operation that ended, by outcome.", OPERATION, Label.ofEnum("outcome", Outcome.class));
    /** Time of calls. */
    public static final HistogramDeclaration DURATION = HistogramDeclaration.seconds("operation_duration",
        "Time that a call of a tracked operation took.", Buckets.SECONDS, OPERATION);
    /** Calls under way. */
    public static final GaugeDeclaration ACTIVE = GaugeDeclaration.of("operation_active",
        "Calls of a tracked operation under way.", OPERATION);
    /** Calls that failed. */
    public static final CounterDeclaration ERRORS = CounterDeclaration.of("operation_errors",
        "Calls of a tracked operation that failed, by type of error.", OPERATION, Label.open("error_type", 50));

    private Operations() {}
}
