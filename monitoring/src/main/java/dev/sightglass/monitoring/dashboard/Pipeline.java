package dev.sightglass.monitoring.dashboard;

import static dev.sightglass.monitoring.dashboard.Panel.heatmap;
import static dev.sightglass.monitoring.dashboard.Panel.stat;
import static dev.sightglass.monitoring.dashboard.Panel.timeseries;

import dev.sightglass.monitoring.dashboard.Dashboard.Row;
import dev.sightglass.monitoring.rule.Catalogue;
import java.util.List;

/** A row for each hop of a report's way. */
final class Pipeline {

    private static final String CHOSEN = "converter=~\"$converter\"";

    private final Catalogue catalogue;

    private Pipeline(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    static Dashboard of(Catalogue catalogue) {
        var pipeline = new Pipeline(catalogue);
        return new Dashboard("sightglass-pipeline", "Pipeline",
            "Each hop of a report's way, from the drop folder to the server's answer.",
            List.of(pipeline.intake(), pipeline.conversion(), pipeline.queue(), pipeline.delivery()));
    }

    private Row intake() {
        return Row.of("1 Drop folders",
            timeseries("Folders").unit(Unit.COUNT).alert(catalogue.alert("SightglassFolderDown"))
                .query("min by (folder) (" + Series.of("sightglass_folder_up") + ")", "{{folder}}")
                .says("1 for a folder that can be read, 0 for one that cannot.",
                    "see whether the share is mounted, and its rights."),
            timeseries("Files that wait").unit(Unit.COUNT)
                .query("sum by (folder) (" + Series.of("sightglass_folder_files_pending") + ")", "{{folder}}")
                .says("Files that are not taken in yet. Some always wait until they are quiet.",
                    "it has no threshold: many files may be a busy hour. The alert IntakeStopped watches for none being taken."),
            timeseries("Files in and out").unit(Unit.PER_SECOND)
                .query(Series.sumRate("folder", Series.of("sightglass_folder_files_detected_total")), "seen {{folder}}")
                .query(Series.sumRate("folder", Series.of("sightglass_folder_files_rejected_total")),
                    "refused {{folder}}")
                .query(Series.sumRate("folder", Series.of("sightglass_folder_files_duplicate_total")),
                    "duplicate {{folder}}")
                .says("Files that turned up, were refused, or had been taken before.",
                    "never red; refused files lie in Error with a .reason.json beside each."),
            timeseries("Time of a look through a folder").unit(Unit.SECONDS)
                .queries(
                    Latency.of("sightglass_folder_scan_duration_seconds").quantile(0.95, "folder", "p95 {{folder}}"))
                .says("How long listing a folder takes.",
                    "it has no threshold; seconds mean a slow share or a hundred thousand files."));
    }

    private Row conversion() {
        return Row.of("2 Conversion",
            timeseries("Conversions by outcome").unit(Unit.PER_SECOND).stacked()
                .query(Series.sumRate("status", Series.of("sightglass_converter_executions_total", CHOSEN)),
                    "{{status}}")
                .says("What became of files.", "never red; the panel beside it judges."),
            timeseries("Share of files without a report").unit(Unit.SHARE)
                .alert(catalogue.alert("SightglassConverterFailing"))
                .query(
                    Series.sumRate("converter",
                        Series.of("sightglass_converter_executions_total",
                            "status=~\"failed|rejected|timeout\"," + CHOSEN))
                        + " / "
                        + Series.sumRate("converter", Series.of("sightglass_converter_executions_total", CHOSEN)),
                    "{{converter}}")
                .says("Files that a converter could make nothing of.",
                    "look at the .reason.json files; did a station change its format?"),
            timeseries("Errors by type").unit(Unit.PER_SECOND).stacked()
                .query(Series.sumRate("converter, error_type", Series.of("sightglass_converter_errors_total", CHOSEN)),
                    "{{converter}} {{error_type}}")
                .says("Why conversions failed. Empty until the first one does.",
                    "never red; the kinds are explained in the runbook ConverterFailing."),
            timeseries("Mean time of a conversion").unit(Unit.SECONDS).alert(catalogue.alert("SightglassConverterSlow"))
                .queries(Latency.of("sightglass_converter_duration_seconds", CHOSEN).mean("converter", "{{converter}}"))
                .says("How long a file takes.", "large files, a slow disk, or too little processor time."),
            timeseries("Slow conversions").unit(Unit.SECONDS)
                .queries(Latency.of("sightglass_converter_duration_seconds", CHOSEN).quantile(0.95, "converter",
                    "p95 {{converter}}"))
                .says("The slowest twentieth. Exemplars carry the correlation id.",
                    "it has no threshold; the mean beside it has one."),
            heatmap("Conversion times").unit(Unit.SECONDS)
                .queries(Latency.of("sightglass_converter_duration_seconds", CHOSEN).heatmap())
                .says("Every conversion.", "never red; a second band shows that some files are of another kind."),
            timeseries("Reports made").unit(Unit.PER_SECOND).stacked()
                .query(Series.sumRate("converter", Series.of("sightglass_converter_reports_total", CHOSEN)),
                    "{{converter}}")
                .says("Reports that came out of conversion.", "never red."),
            timeseries("Bytes read").unit(Unit.BYTES_PER_SECOND).stacked()
                .query(Series.sumRate("converter", Series.of("sightglass_converter_input_bytes_total", CHOSEN)),
                    "{{converter}}")
                .says("Bytes that converters were given.", "never red."),
            timeseries("Under way").unit(Unit.COUNT).stacked()
                .query("sum by (converter) (" + Series.of("sightglass_converter_active", CHOSEN) + ")", "{{converter}}")
                .query(Series.sumRate("converter", Series.of("sightglass_converter_low_confidence_total", CHOSEN)),
                    "unsure {{converter}}")
                .says("Conversions under way, and results per second that a converter was not sure of.",
                    "never red; a converter that always is under way may be stuck."));
    }

    private Row queue() {
        return Row.of("3 Queue",
            timeseries("In and out").unit(Unit.PER_SECOND)
                .query("sum(" + Series.rate(Series.of("sightglass_queue_enqueued_total")) + ")", "taken in")
                .query(Series.sumRate("outcome", Series.of("sightglass_queue_processed_total")), "{{outcome}}")
                .says("Reports that were made durable, and what became of those that were sent.",
                    "never red; more in than out fills the queue."),
            timeseries("Waiting").unit(Unit.COUNT)
                .query("max by (queue) (" + Series.of("sightglass_queue_depth") + ")", "{{queue}}")
                .says("Reports that wait.", "it has no threshold; the Queue dashboard has the forecast."),
            timeseries("Age of the oldest report").unit(Unit.SECONDS).alert(catalogue.alert("SightglassQueueAge"))
                .query("max by (queue) (" + Series.of("sightglass_queue_oldest_item_age_seconds") + ")", "{{queue}}")
                .says("How long the oldest report has waited.", "go on to the Queue dashboard."));
    }

    private Row delivery() {
        return Row.of("4 Delivery",
            stat("Last success").unit(Unit.SECONDS)
                .query("time() - max(" + Series.of("sightglass_upstream_last_success_timestamp_seconds") + " > 0)",
                    "ago")
                .says("How long ago the server last took a report. Empty until the first one.",
                    "never red: with no reports there is no success."),
            timeseries("Requests").unit(Unit.REQUESTS_PER_SECOND).width(10).stacked()
                .query(Series.sumRate("status", Series.of("sightglass_http_requests_total", "method=\"POST\"")),
                    "{{status}}")
                .says("Uploads by HTTP status; none is no answer.", "never red; the WATS API dashboard judges."),
            timeseries("Delivery time by converter").unit(Unit.SECONDS).width(10)
                .queries(Latency.of("sightglass_report_delivery_seconds", CHOSEN).quantile(0.95, "converter",
                    "p95 {{converter}}"))
                .says("From the file to the server's answer.",
                    "it has no threshold; the objective is on the Overview."));
    }
}
