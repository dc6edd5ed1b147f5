package dev.sightglass.client.convert;

import dev.sightglass.client.report.ReportCompleter;
import dev.sightglass.client.convert.Content.Loaded;
import dev.sightglass.client.log.LogText;
import dev.sightglass.client.queue.Origin;
import dev.sightglass.client.report.CompletedReport;
import dev.sightglass.client.report.Completion;
import dev.sightglass.converter.Arguments;
import dev.sightglass.converter.ConversionContext;
import dev.sightglass.converter.ConversionResult;
import dev.sightglass.converter.InvalidSourceException;
import dev.sightglass.converter.Report;
import dev.sightglass.converter.Source;
import dev.sightglass.metrics.group.ConverterMetrics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All that is done for one source under the deadline: read, identify, probe, convert, complete. */
final class ConversionWork implements Callable<Verdict> {

    private static final Logger logger = LoggerFactory.getLogger(ConversionWork.class);

    private final Conversion conversion;
    private final ReportCompleter completer;
    private final ProcessCodes processCodes;
    private final ConverterMetrics metrics;

    private long start;
    // Read by the thread that waits for this one, when the deadline has passed.
    private volatile @Nullable Origin origin;

    ConversionWork(Conversion conversion, ReportCompleter completer, ProcessCodes processCodes,
        ConverterMetrics metrics) {
        this.conversion = conversion;
        this.completer = completer;
        this.processCodes = processCodes;
        this.metrics = metrics;
    }

    /** Where the source came from, once it is read; null while it is being read. */
    @Nullable
    Origin origin() {
        return origin;
    }

    @Override
    public Verdict call() throws Exception {
        start = System.nanoTime();
        try (var _ = conversion.logScope()) {
            return switch (conversion.content().load()) {
                case Loaded.NotNow(var reason, var retryAfter) -> new Verdict.Left(
                    new Fate.Suspended(reason, retryAfter));
                case Loaded.Unfit(var reason, var size, var sha256) -> new Verdict.Refusal(
                    conversion.origin(size, sha256), ConversionError.UNFIT, reason, List.of());
                case Loaded.Whole(var source) -> judge(source);
            };
        }
    }

    private Verdict judge(Source source) throws Exception {
        var known = conversion.origin(source.bytes().length, Sha256.of(source.bytes()));
        origin = known;
        try {
            return probed(source, known);
        } catch (InvalidSourceException wrong) {
            return new Verdict.Refusal(known, ConversionError.REJECTED, said(wrong.getMessage()), List.of());
        }
    }

    private Verdict probed(Source source, Origin known) throws Exception {
        var recipe = conversion.recipe();
        var confidence = recipe.converter().probe(source, recipe.arguments());
        if (confidence.value() < recipe.alarm()) {
            metrics.lowConfidence(recipe.converter().name());
        }
        if (confidence.value() < recipe.reject()) {
            return new Verdict.Refusal(known, ConversionError.LOW_CONFIDENCE,
                "the converter %s is not confident enough: %.2f is below reject %.2f: %s"
                    .formatted(recipe.converter().name(), confidence.value(), recipe.reject(), confidence.reason()),
                List.of());
        }
        if (confidence.value() < recipe.alarm()) {
            logger.warn("{} in {}: confidence {} is below alarm {}: {}. It goes on", LogText.of(conversion.name()),
                conversion.channel(), confidence.value(), recipe.alarm(), LogText.of(confidence.reason()));
        }
        return switch (recipe.converter().convert(source, new Context())) {
            case ConversionResult.Converted(var reports) -> complete(reports, source, known);
            case ConversionResult.Suspended(var reason, var retryAfter) -> new Verdict.Left(
                new Fate.Suspended(reason, retryAfter));
            case ConversionResult.Skipped(var reason) -> new Verdict.Left(new Fate.Skipped(reason));
            case ConversionResult.Rejected(var reason) ->
                new Verdict.Refusal(known, ConversionError.REJECTED, said(reason), List.of());
        };
    }

    private Verdict complete(List<Report> reports, Source source, Origin known) {
        var complete = new ArrayList<CompletedReport>(reports.size());
        var faults = new ArrayList<String>();
        var wrong = 0;
        for (var index = 0; index < reports.size(); index++) {
            switch (completer.complete(reports.get(index), source.modified())) {
                case Completion.Complete(var report) -> complete.add(report);
                case Completion.Invalid(var found) -> {
                    wrong++;
                    var prefix = reports.size() == 1 ? "" : "report " + (index + 1) + ": ";
                    found.forEach(fault -> faults.add(prefix + fault));
                }
            }
        }
        var converted = known.convertedIn(Duration.ofNanos(System.nanoTime() - start));
        return faults.isEmpty() ? new Verdict.Accepted(converted, complete)
            : new Verdict.Refusal(known, ConversionError.INVALID_REPORT, summary(reports.size(), wrong, faults.size()),
                faults);
    }

    private static String summary(int reports, int wrong, int faults) {
        var what = reports == 1 ? "the report is invalid" : wrong + " of " + reports + " reports are invalid";
        return what + ": " + faults + (faults == 1 ? " fault" : " faults");
    }

    private static String said(@Nullable String reason) {
        return reason == null || reason.isBlank() ? "the converter rejected it and gave no reason" : reason;
    }

    private final class Context implements ConversionContext {

        @Override
        public Arguments arguments() {
            return conversion.recipe().arguments();
        }

        @Override
        public OptionalInt processCode(String operationName) {
            return processCodes.codeOf(operationName);
        }
    }
}
