package dev.sightglass.monitoring.dashboard;

import static dev.sightglass.monitoring.dashboard.Panel.heatmap;
import static dev.sightglass.monitoring.dashboard.Panel.timeseries;

import dev.sightglass.monitoring.dashboard.Dashboard.Row;
import dev.sightglass.monitoring.rule.Catalogue;
import java.util.List;

/** The durable queue. Gauges are read from the store, which replicas may share: so the largest counts, not the sum. */
final class Queue {

    private static final String WAIT = "sightglass_queue_wait_seconds";
    private static final String PROCESSING = "sightglass_queue_processing_duration_seconds";

    private final Catalogue catalogue;

    private Queue(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    static Dashboard of(Catalogue catalogue) {
        var queue = new Queue(catalogue);
        return new Dashboard("sightglass-queue", "Queue",
            "What waits, for how long, how fast it moves, and what will never move.",
            List.of(queue.backlog(), queue.throughput(), queue.times(), queue.store()));
    }

    private static String most(String metric) {
        return "max by (queue) (" + Series.of(metric) + ")";
    }

    private Row backlog() {
        return Row.of("Backlog",
            timeseries("Age of the oldest report").unit(Unit.SECONDS).alert(catalogue.alert("SightglassQueueAge"))
                .query(most("sightglass_queue_oldest_item_age_seconds"), "{{queue}}")
                .says("How long the oldest report has waited.",
                    "is the server up? Then raise upload.concurrency, or add replicas."),
            timeseries("Waiting and under way").unit(Unit.COUNT).query(most("sightglass_queue_depth"), "waiting")
                .query(most("sightglass_queue_in_flight"), "under way")
                .says("Reports in the queue.", "it has no threshold; age and forecast judge."),
            timeseries("Fill in 4 hours").unit(Unit.SHARE).alert(catalogue.alert("SightglassQueueFilling"))
                .query("max by (queue) (predict_linear(" + Series.of("sightglass_queue_depth") + "[30m], 4 * 3600)) / "
                    + most("sightglass_queue_capacity"), "forecast")
                .query(most("sightglass_queue_depth") + " / " + most("sightglass_queue_capacity"), "now")
                .says("How full the queue is, and will be in 4 hours at the rate of the last 30 minutes.",
                    "intake stops when it is full; bring the server back, or make room."),
            timeseries("Dead letters").unit(Unit.COUNT).alert(catalogue.alert("SightglassDeadLetters"))
                .query(most("sightglass_queue_dead_letters"), "{{queue}}")
                .says("Reports that the server judged wrong for good.",
                    "list them with their reasons; mend and retry, or discard."));
    }

    private Row throughput() {
        return Row.of("Throughput",
            timeseries("In and out").unit(Unit.PER_SECOND)
                .query("sum(" + Series.rate(Series.of("sightglass_queue_enqueued_total", "item_type=~\"$converter\""))
                    + ")", "taken in")
                .query("sum(" + Series.rate(Series.of("sightglass_queue_processed_total")) + ")", "dealt with")
                .says("Reports made durable, and reports that a worker was done with.",
                    "never red; the backlog judges."),
            timeseries("By outcome").unit(Unit.PER_SECOND).stacked()
                .query(Series.sumRate("outcome", Series.of("sightglass_queue_processed_total")), "{{outcome}}")
                .says("What became of reports that were sent.", "never red; dead ones turn up in the panel above."),
            timeseries("Failures by type").unit(Unit.PER_SECOND).stacked()
                .query(Series.sumRate("error_type", Series.of("sightglass_queue_errors_total")), "{{error_type}}")
                .says("Why sending failed: HTTP status or kind of failure. Empty until the first one.",
                    "never red; sightglass explain tells each."),
            timeseries("Turned away").unit(Unit.PER_SECOND).stacked()
                .query(Series.sumRate("reason", Series.of("sightglass_queue_rejected_total")), "{{reason}}")
                .says("Reports that the queue did not take; their files stay in the folder. Empty until the first one.",
                    "never red; full asks for room, see IntakeStopped."),
            timeseries("Workers").unit(Unit.COUNT).stacked()
                .query("sum by (state) (" + Series.of("sightglass_queue_workers") + ")", "{{state}}")
                .says("Workers by what they do.", "never red; all busy and a growing age ask for more."),
            timeseries("Use of workers").unit(Unit.SHARE)
                .query("sum(" + Series.of("sightglass_queue_workers", "state=\"busy\"") + ") / sum("
                    + Series.of("sightglass_queue_workers_max")
                    + ")", "busy")
                .says("Share of workers that send.", "it has no threshold."));
    }

    private Row times() {
        return Row.of("Times",
            timeseries("Wait").unit(Unit.SECONDS).queries(Latency.of(WAIT).quantile(0.5, "", "p50"))
                .queries(Latency.of(WAIT).quantile(0.95, "", "p95")).queries(Latency.of(WAIT).mean("", "mean"))
                .says("From the queue's receipt to a worker.",
                    "it has no threshold; the objective on the Overview holds for the whole way."),
            heatmap("Waits").unit(Unit.SECONDS).queries(Latency.of(WAIT).heatmap()).says("Every wait.", "never red."),
            timeseries("Processing").unit(Unit.SECONDS)
                .queries(Latency.of(PROCESSING, "item_type=~\"$converter\"").quantile(0.95, "item_type",
                    "p95 {{item_type}}"))
                .says("What a worker spends on a report, mostly the server's time.",
                    "it has no threshold; see the WATS API dashboard."));
    }

    private Row store() {
        return Row.of("Store",
            timeseries("Commit").unit(Unit.SECONDS)
                .queries(Latency.of("sightglass_queue_commit_duration_seconds").quantile(0.5, "", "p50"))
                .queries(Latency.of("sightglass_queue_commit_duration_seconds").quantile(0.99, "", "p99"))
                .says("What making reports durable takes: the disk's sync.",
                    "it has no threshold; tens of milliseconds mean a busy or slow disk."),
            timeseries("Commits").unit(Unit.PER_SECOND)
                .queries(Latency.of("sightglass_queue_commit_duration_seconds").perSecond("", "commits"))
                .says("Groups of reports made durable.", "never red."),
            timeseries("Free disk").unit(Unit.BYTES).alert(catalogue.alert("SightglassDiskLow"))
                .query("min by (instance, disk) (" + Series.of("sightglass_disk_free_bytes") + ")",
                    "{{instance}} {{disk}}")
                .says("Room on the disk of the queue.",
                    "free some, or give it a larger one; intake stops when it is full."),
            timeseries("Store writable").unit(Unit.COUNT).alert(catalogue.alert("SightglassStoreNotWritable"))
                .query("max by (instance) (" + Series.of("sightglass_health_status", "check=\"store\",status=\"down\"")
                    + ")", "down {{instance}}")
                .says("1 while the store cannot be written.",
                    "the disk is full, read-only or broken; files stay in their folders."),
            timeseries("Damaged stores").unit(Unit.COUNT).alert(catalogue.alert("SightglassStoreDamaged"))
                .query("max by (instance) (" + Series.of("sightglass_queue_damaged_stores") + ")", "{{instance}}")
                .says("Stores that were put aside because they were damaged, and wait for a person.",
                    "drop again what the log names; then take the files away."));
    }
}
