package dev.sightglass.metrics.track;

import dev.sightglass.metrics.MetricsCollector;
import dev.sightglass.metrics.group.ConversionStatus;
import dev.sightglass.metrics.group.ConversionTimer;
import dev.sightglass.metrics.group.ConverterMetrics;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Records calls as conversions. */
final class ConverterTracker extends Tracker {
    private static final long NOT_KNOWN = -1;

    private final ConverterMetrics converters;
    private final String converter;

    ConverterTracker(MetricsCollector metrics, String converter) {
        this.converters = new ConverterMetrics(metrics, converter);
        this.converter = converter;
    }

    @Override
    public TrackedCall begin(@Nullable Object... arguments) {
        return new Conversion(converters.started(converter, size(arguments)));
    }

    private static long size(@Nullable Object... arguments) {
        for (Object argument : arguments) {
            if (argument instanceof byte[] bytes) {
                return bytes.length;
            }
        }
        return NOT_KNOWN;
    }

    private static final class Conversion extends EndOnce {
        private final ConversionTimer timer;

        Conversion(ConversionTimer timer) {
            this.timer = timer;
        }

        @Override
        void success(@Nullable Object result) {
            timer.finished(ConversionStatus.SUCCESS, reports(result));
        }

        private static int reports(@Nullable Object result) {
            if (result instanceof Collection<?> many) {
                return many.size();
            }
            return result == null ? 0 : 1;
        }

        @Override
        void error(Throwable failure) {
            timer.failed(ConversionStatus.FAILED, ErrorType.of(failure));
        }

        @Override
        void cancel() {
            timer.finished(ConversionStatus.CANCELLED, 0);
        }
    }
}
