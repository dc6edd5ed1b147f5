package dev.sightglass.monitoring.dashboard;

import static dev.sightglass.monitoring.dashboard.Panel.stat;
import static dev.sightglass.monitoring.dashboard.Panel.table;
import static dev.sightglass.monitoring.dashboard.Panel.timeseries;

import dev.sightglass.monitoring.dashboard.Dashboard.Row;
import dev.sightglass.monitoring.rule.Catalogue;
import java.util.List;

/** The process under it all, and what watching it costs. */
final class Jvm {

    private final Catalogue catalogue;

    private Jvm(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    static Dashboard of(Catalogue catalogue) {
        var runtime = new Jvm(catalogue);
        return new Dashboard("sightglass-runtime", "Runtime", "JVM, process, and the cost of being watched.",
            List.of(runtime.process(), runtime.memory(), runtime.threads(), runtime.scrape()));
    }

    private Row process() {
        return Row.of("Process",
            timeseries("Targets").unit(Unit.COUNT).alert(catalogue.alert("SightglassTargetDown"))
                .query("min by (instance) (" + Series.of("up") + ")", "{{instance}}")
                .says("1 while Prometheus gets an answer.",
                    "is the process running, and does the network let Prometheus through?"),
            timeseries("Starts in 15 minutes").unit(Unit.COUNT).alert(catalogue.alert("SightglassCrashLooping"))
                .query("changes(" + Series.of("process_start_time_seconds") + "[15m])", "{{instance}}")
                .says("How often the process started anew.",
                    "its log before the end, or the reason of the last termination, names the cause."),
            timeseries("Processor time").unit(Unit.COUNT)
                .query(Series.sumRate("instance", Series.of("process_cpu_seconds_total")), "{{instance}}")
                .says("Processors in use.", "it has no threshold; compare with the limit of the container."),
            timeseries("Open files").unit(Unit.SHARE)
                .query(
                    "max by (instance) (" + Series.of("process_open_fds") + ") / max by (instance) ("
                        + Series.of("process_max_fds") + ")",
                    "{{instance}}")
                .says("Share of the file descriptors that the system allows.",
                    "it has no threshold; above 80 % raise the limit."),
            timeseries("Log lines").unit(Unit.PER_SECOND).stacked()
                .query(Series.sumRate("level", Series.of("logback_events_total", "level=~\"warn|error\"")), "{{level}}")
                .says("Warnings and errors in the log.", "never red; an error line says what to do."),
            stat("Running since").unit(Unit.SECONDS).width(8)
                .query("time() - max(" + Series.of("process_start_time_seconds") + ")", "uptime")
                .says("Age of the youngest process.", "never red."));
    }

    private Row memory() {
        return Row.of("Memory",
            timeseries("Heap").unit(Unit.BYTES)
                .query("sum by (instance) (" + Series.of("jvm_memory_used_bytes", "area=\"heap\"") + ")",
                    "used {{instance}}")
                .query("sum by (instance) (" + Series.of("jvm_memory_committed_bytes", "area=\"heap\"") + ")",
                    "committed {{instance}}")
                .query("sum by (instance) (" + Series.of("jvm_memory_max_bytes", "area=\"heap\"") + ")",
                    "most {{instance}}")
                .says("The heap goes up and down; what stays after a collection counts.",
                    "it has no threshold; the panel beside it has."),
            timeseries("Heap after collection").unit(Unit.SHARE).alert(catalogue.alert("SightglassMemoryLow"))
                .query("sum by (instance) (" + Series.of("jvm_memory_pool_collection_used_bytes")
                    + ") / sum by (instance) ("
                    + Series.of("jvm_memory_max_bytes", "area=\"heap\"") + ")", "{{instance}}")
                .says("What is left in use by a garbage collection.",
                    "give it more memory; take a heap dump if it grows without end."),
            timeseries("Time of garbage collection").unit(Unit.SHARE).alert(catalogue.alert("SightglassGcPressure"))
                .query("sum by (instance) (" + Series.rate(Series.of("jvm_gc_collection_seconds_sum")) + ")",
                    "{{instance}}")
                .says("Share of time that collections took.",
                    "the heap is too small for the work: more memory, or fewer conversions at once."),
            timeseries("Resident memory").unit(Unit.BYTES)
                .query("max by (instance) (" + Series.of("process_resident_memory_bytes") + ")", "{{instance}}")
                .says("What the system counts against the container's limit.",
                    "it has no threshold; near the limit the system kills the process."),
            timeseries("Beside the heap").unit(Unit.BYTES).stacked()
                .query(
                    "sum by (pool) ("
                        + Series.of("jvm_memory_pool_used_bytes", "pool!~\".*(Eden|Survivor|Tenured|Old).*\"") + ")",
                    "{{pool}}")
                .says("Code and classes.", "never red; growth without end means leaking class loaders."),
            timeseries("Allocation").unit(Unit.BYTES_PER_SECOND)
                .query(Series.sumRate("instance", Series.of("jvm_memory_pool_allocated_bytes_total")), "{{instance}}")
                .says("Bytes allocated.", "never red; it explains garbage collection."));
    }

    private Row threads() {
        return Row.of("Threads",
            timeseries("Threads by state").unit(Unit.COUNT).stacked()
                .query("sum by (state) (" + Series.of("jvm_threads_state") + ")", "{{state}}")
                .says("Platform threads.", "never red; growth without end is a leak."),
            timeseries("Deadlocked").unit(Unit.COUNT).alert(catalogue.alert("SightglassDeadlock"))
                .query("max by (instance) (" + Series.of("jvm_threads_deadlocked") + ")", "{{instance}}")
                .says("Threads that wait for each other.", "take a thread dump, then restart."),
            timeseries("Executors").unit(Unit.COUNT)
                .query("sum by (name) (" + Series.of("executor_active_threads") + ")", "busy {{name}}")
                .query("sum by (name) (" + Series.of("executor_queued_tasks") + ")", "waiting {{name}}")
                .says("Threads of pools that work, and tasks that wait.",
                    "never red; tasks that wait for long want a larger pool."));
    }

    private Row scrape() {
        return Row.of("Cost of being watched",
            timeseries("Samples of a scrape").unit(Unit.SHARE).alert(catalogue.alert("SightglassScrapeNearLimit"))
                .query(
                    "max by (instance) (" + Series.of("scrape_samples_post_metric_relabeling") + ") / "
                        + catalogue.words().fill("${sampleLimit}"),
                    "{{instance}}")
                .says("Share of the samples that Prometheus takes.",
                    "past the limit every metric is lost: raise sampleLimit or drop series."),
            timeseries("Time of a scrape").unit(Unit.SECONDS)
                .query("max by (instance) (" + Series.of("scrape_duration_seconds") + ")", "{{instance}}")
                .queries(Latency.of("sightglass_scrape_duration_seconds").quantile(0.95, "", "p95 of writing it"))
                .says("As Prometheus saw it, and the part that is ours.",
                    "it has no threshold; near the scrape time-out metrics are lost."),
            timeseries("Size of a scrape").unit(Unit.BYTES)
                .queries(Latency.of("sightglass_scrape_size_bytes").mean("", "before compression"))
                .says("Bytes of a scrape.", "never red."),
            timeseries("Label values past their bound").unit(Unit.COUNT)
                .alert(catalogue.alert("SightglassLabelOverflow"))
                .query(
                    "sum by (metric, label) (increase(" + Series.of("sightglass_metrics_label_overflow_total")
                        + "[30m])) > 0",
                    "{{metric}} {{label}}")
                .says("Updates within 30 minutes that were counted as other. Empty when all is well.",
                    "a label has more values than it was made for; the runbook says how to find them."),
            table("Series by metric").unit(Unit.COUNT)
                .query("topk(15, sum by (metric) (" + Series.of("sightglass_metrics_series") + "))", "")
                .says("What takes most room.", "never red."),
            timeseries("Reads that failed").unit(Unit.PER_SECOND)
                .query("sum by (instance) (" + Series.rate(Series.of("sightglass_metrics_callback_errors_total")) + ")",
                    "{{instance}}")
                .says("Gauges that could not be read at a scrape; the log names them.",
                    "it has no threshold; anything but 0 is a defect."));
    }
}
