package dev.sightglass.client.convert;

import dev.sightglass.client.report.ReportCompleter;
import dev.sightglass.client.convert.Workbench.Outcome;
import dev.sightglass.client.log.LogText;
import dev.sightglass.client.queue.Origin;
import dev.sightglass.metrics.group.ConversionStatus;
import dev.sightglass.metrics.group.ConverterMetrics;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs one conversion under its deadline and turns every way in which it can fail into a verdict on this one source. */
final class Attempts implements AutoCloseable {

    private static final Logger logger = LoggerFactory.getLogger(Attempts.class);
    static final Fate STOPPING = new Fate.Deferred("the service is stopping", Duration.ofSeconds(1));

    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final ConvertConfig config;
    private final ReportCompleter completer;
    private final ProcessCodes processCodes;
    private final ConverterMetrics metrics;
    private final Workbench workbench = new Workbench();
    private volatile boolean closed;

    Attempts(ConvertConfig config, ReportCompleter completer, ProcessCodes processCodes, ConverterMetrics metrics) {
        this.config = config;
        this.completer = completer;
        this.processCodes = processCodes;
        this.metrics = metrics;
    }

    Verdict attempt(Conversion conversion) throws InterruptedException {
        var converter = "converter " + conversion.recipe().converter().name();
        var channel = "folder " + conversion.channel();
        for (var culprit : List.of(converter, channel)) {
            if (isOff(culprit)) {
                return new Verdict.Left(new Fate.Deferred(offReason(culprit), PAUSE));
            }
        }
        if (closed) {
            return new Verdict.Left(STOPPING);
        }
        var timer = metrics.started(conversion.recipe().converter().name(), conversion.size());
        var verdict = run(conversion, channel, converter);
        switch (verdict) {
            case Verdict.Accepted(_, var reports) -> timer.finished(ConversionStatus.SUCCESS, reports.size());
            case Verdict.Refusal(_, var error, _, _) -> timer.failed(status(error), error);
            case Verdict.Left _ -> timer.finished(ConversionStatus.CANCELLED, 0);
            case Verdict.Starved _ -> timer.failed(ConversionStatus.FAILED, ConversionError.OUT_OF_MEMORY);
        }
        return verdict;
    }

    private static ConversionStatus status(ConversionError error) {
        return switch (error) {
            case REJECTED, LOW_CONFIDENCE, INVALID_REPORT, UNFIT -> ConversionStatus.REJECTED;
            case EXCEPTION, STACK_OVERFLOW, OUT_OF_MEMORY -> ConversionStatus.FAILED;
            case TIMEOUT -> ConversionStatus.TIMEOUT;
        };
    }

    private Verdict run(Conversion conversion, String channel, String converter) throws InterruptedException {
        var work = new ConversionWork(conversion, completer, processCodes, metrics);
        var outcome = workbench.call(work, config.timeout(), () -> work.origin() == null ? channel : converter);
        return switch (outcome) {
            case Outcome.Returned(var verdict) -> verdict;
            case Outcome.Threw(var cause) -> failed(conversion, work.origin(), cause);
            case Outcome.TimedOut(var culprit, var at) -> late(conversion, work.origin(), culprit, at);
        };
    }

    private Verdict failed(Conversion conversion, @Nullable Origin origin, Throwable cause) {
        if (closed) {
            // Stopping interrupts converters: what they throw then says nothing about their source.
            return new Verdict.Left(STOPPING);
        }
        if (cause instanceof OutOfMemoryError) {
            return new Verdict.Starved(origin);
        }
        if (origin == null) {
            logger.error("{} in {}: reading it failed unexpectedly; this is a bug", LogText.of(conversion.name()),
                conversion.channel(), cause);
            return new Verdict.Left(new Fate.Suspended("reading it failed: " + cause, PAUSE));
        }
        // Of a stack that overflowed, a thousand lines say no more than the first.
        logger.warn("{} in {}: converter {} {} failed: {}", LogText.of(conversion.name()), conversion.channel(),
            origin.converter(), origin.converterVersion(), LogText.of(cause.toString()),
            cause instanceof StackOverflowError ? null : cause);
        return new Verdict.Refusal(origin,
            cause instanceof StackOverflowError ? ConversionError.STACK_OVERFLOW : ConversionError.EXCEPTION,
            "the converter " + origin.converter() + " failed: " + cause, frames(cause));
    }

    private Verdict late(Conversion conversion, @Nullable Origin origin, String culprit, String at) {
        var seconds = config.timeout().toMillis() / 1000.0;
        logger.warn("{} in {}: {} did not end within {} s and was stopped at {}. {}", LogText.of(conversion.name()),
            conversion.channel(), culprit, seconds, at, isOff(culprit) ? offReason(culprit) : "Others go on");
        if (origin == null) {
            return new Verdict.Left(new Fate.Suspended("reading it did not end within " + seconds + " s", PAUSE));
        }
        return new Verdict.Refusal(origin, ConversionError.TIMEOUT,
            "the converter " + origin.converter() + " did not end within " + seconds + " s",
            List.of("it was at " + at));
    }

    private boolean isOff(String culprit) {
        return workbench.stuck(culprit) >= config.stuckLimit();
    }

    private String offReason(String culprit) {
        return culprit + " is switched off: " + workbench.stuck(culprit) + " of its calls go on after their "
            + config.timeout().toSeconds() + " s were over. Mend it and restart the service; its files stay";
    }

    /** The top of the stack tells the converter's author where, and needs no look into the log. */
    private static List<String> frames(Throwable cause) {
        return Arrays.stream(cause.getStackTrace()).limit(5).map(frame -> "at " + frame).toList();
    }

    /** Why converters and folders are switched off, one line each. */
    List<String> switchedOff() {
        return workbench.culprits().filter(this::isOff).sorted().map(this::offReason).toList();
    }

    int stuck() {
        return workbench.stuck();
    }

    @Override
    public void close() {
        closed = true;
        workbench.close();
    }
}
