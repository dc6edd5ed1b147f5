package dev.sightglass.monitoring.dashboard;

import static dev.sightglass.monitoring.dashboard.Panel.firing;
import static dev.sightglass.monitoring.dashboard.Panel.stat;
import static dev.sightglass.monitoring.dashboard.Panel.table;
import static dev.sightglass.monitoring.dashboard.Panel.timeseries;

import dev.sightglass.monitoring.dashboard.Dashboard.Row;
import dev.sightglass.monitoring.rule.Catalogue;
import java.util.List;
import java.util.Map;

/** Does it work, and if not, where to look. */
final class Overview {

    private final Catalogue catalogue;
    private final String inTime;

    private Overview(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.inTime = catalogue.words().fill("${sloSeconds}");
    }

    static Dashboard of(Catalogue catalogue) {
        var overview = new Overview(catalogue);
        return new Dashboard("sightglass-overview", "Overview", "Whether reports arrive, and what is wrong now.",
            List.of(overview.now(), overview.objective(), overview.flow(), overview.state()));
    }

    private Row now() {
        return Row.of("Now",
            stat("Instances up").unit(Unit.COUNT).query("sum(" + Series.of("up") + ")", "up")
                .alert(catalogue.alert("SightglassTargetDown"))
                .says("Instances that answered the last scrape.",
                    "no instance answers; look whether the process runs, then at its log."),
            stat("WATS server").unit(Unit.NONE).query("max(" + Series.of("sightglass_upstream_up") + ")", "server")
                .words(Map.of(0, "down", 1, "up"))
                .alert(catalogue.alert("SightglassUpstreamDown"))
                .says("Whether the server answered when last asked.",
                    "reports wait in the queue and nothing is lost; see the WATS API dashboard for the kind of failure."),
            stat("Oldest report").unit(Unit.SECONDS)
                .query("max(" + Series.of("sightglass_queue_oldest_item_age_seconds") + ")", "age")
                .alert(catalogue.alert("SightglassQueueAge"))
                .says("How long the oldest report in the queue has waited.",
                    "look at the Queue dashboard: server down, or too few uploads at once?"),
            stat("Dead letters").unit(Unit.COUNT)
                .query("max(" + Series.of("sightglass_queue_dead_letters") + ")", "dead")
                .alert(catalogue.alert("SightglassDeadLetters"))
                .says("Reports that the server judged wrong for good.",
                    "list them with their reasons; mend the source and retry, or discard."),
            stat("Unaccounted").unit(Unit.COUNT)
                .query("max(abs(" + Series.of("sightglass_reports_unaccounted") + "))", "unaccounted")
                .alert(catalogue.alert("SightglassReportsUnaccounted"))
                .says("Reports seen that are neither delivered nor queued, dead, duplicate or rejected. Always 0.",
                    "keep the data folder as it is and follow the runbook: this is a defect."),
            stat("Folders down").unit(Unit.COUNT)
                .query("count(" + Series.of("sightglass_folder_up") + " == 0) or vector(0)", "down")
                .says("Drop folders that cannot be read.",
                    "it has no colour of its own; the Pipeline dashboard names the folder."),
            firing("Alerts that fire").width(12).says("Every Sightglass alert that fires or is about to.",
                "open the alert; its runbook says what to do. Empty also when Grafana may not read alerts of the data source."),
            table("Health checks that are not up").unit(Unit.NONE).width(12)
                .query("max by (instance, check, status) (" + Series.of("sightglass_health_status", "status!=\"up\"")
                    + " == 1)", "")
                .says("Checks that are down, degraded or unknown. Empty when all is well.",
                    "a row is never coloured; ask the instance's /health/details for the reason and the next step."));
    }

    private Row objective() {
        return Row.of("Delivery objective: from the file to the server's answer",
            stat("Late in this range").unit(Unit.SHARE)
                .queries(Latency.of("sightglass_report_delivery_seconds").shareAbove(inTime, "late"))
                .says(
                    "Share of delivered reports that took longer than the objective allows, over the range of the dashboard.",
                    "it has no colour of its own; the burn panel beside it is red when the budget will not last."),
            timeseries("Budget burn").unit(Unit.NONE).width(10).alert(catalogue.alert("SightglassDeliveryBudgetBurn1h"))
                .queries(burn())
                .says(
                    "How many times faster than the objective allows reports come late. 1 uses the whole budget in 30 days.",
                    "reports come late or not at all: look at age and errors on the Queue and WATS API dashboards."),
            timeseries("Delivery time").unit(Unit.SECONDS).width(10)
                .queries(Latency.of("sightglass_report_delivery_seconds").quantile(0.5, "", "p50"))
                .queries(Latency.of("sightglass_report_delivery_seconds").quantile(0.95, "", "p95"))
                .queries(Latency.of("sightglass_report_delivery_seconds").mean("", "mean"))
                .says("From the moment a file was seen to the server's answer. Exemplars carry the correlation id.",
                    "it has no threshold of its own; compare wait (Queue) with conversion (Pipeline) and request time (WATS API)."));
    }

    private List<Target> burn() {
        var target = catalogue.words().fill("${sloTarget}");
        return Latency.of("sightglass_report_delivery_seconds").lateRatio(inTime, "burn").stream()
            .map(ratio -> ratio.mapped(expr -> "(" + expr + ") / (1 - " + target + ")")).toList();
    }

    private Row flow() {
        return Row.of("Flow",
            timeseries("Reports judged by the server").unit(Unit.PER_SECOND).stacked()
                .query(Series.sumRate("outcome", Series.of("sightglass_queue_processed_total")), "{{outcome}}")
                .says("What became of reports that were sent.",
                    "never red; much retry means that the server or the network has trouble."),
            timeseries("Files by folder").unit(Unit.PER_SECOND).stacked()
                .query(Series.sumRate("folder", Series.of("sightglass_folder_files_detected_total")), "{{folder}}")
                .says("Files that turned up.",
                    "never red; a folder that falls silent may be a station that stands still."),
            timeseries("Errors of calls to the server").unit(Unit.SHARE).alert(catalogue.alert("SightglassErrorRatio"))
                .query("sum(" + Series.rate(Series.of("sightglass_http_errors_total")) + ") / sum("
                    + Series.rate(Series.of("sightglass_http_requests_total")) + ")", "errors")
                .says("Share of calls that went wrong.", "see which kind on the WATS API dashboard."));
    }

    private Row state() {
        return Row.of("Instances",
            table("Builds").unit(Unit.NONE)
                .query(
                    "max by (instance, version, revision, java_version) (" + Series.of("sightglass_build_info") + ")",
                    "")
                .says("What runs where.", "never red; different versions are normal only during a deploy."),
            timeseries("Changes of health").unit(Unit.COUNT).alert(catalogue.alert("SightglassHealthFlapping"))
                .query("sum by (check) (increase(" + Series.of("sightglass_health_transitions_total") + "[30m]))",
                    "{{check}}")
                .says("How often each check changed its status within 30 minutes.",
                    "a check flaps; its runbook says how to find the reason."),
            stat("Configuration in force").unit(Unit.NONE).words(Map.of(0, "refused", 1, "as in the file")).width(8)
                .alert(catalogue.alert("SightglassConfigReloadFailed"))
                .query("min(" + Series.of("sightglass_config_last_reload_successful") + ")", "configuration")
                .says("Whether the configuration in the file is the one that serves.",
                    "the log says which key was refused; mend the file."));
    }
}
