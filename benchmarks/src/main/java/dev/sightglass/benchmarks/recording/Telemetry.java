package dev.sightglass.benchmarks.recording;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.metrics.Aggregation;
import io.opentelemetry.sdk.metrics.InstrumentSelector;
import io.opentelemetry.sdk.metrics.InstrumentType;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.View;
import io.opentelemetry.sdk.metrics.data.AggregationTemporality;
import io.opentelemetry.sdk.metrics.export.CollectionRegistration;
import io.opentelemetry.sdk.metrics.export.MetricReader;

/** OpenTelemetry's SDK with a reader that never reads: without one it would record nothing. */
final class Telemetry {
    static final Attributes ATTRIBUTES = Attributes.of(AttributeKey.stringKey(Series.METHOD), Series.POST,
        AttributeKey.stringKey(Series.ENDPOINT), Series.REPORTS);

    private Telemetry() {}

    static Meter meter() {
        return provider(Aggregation.defaultAggregation());
    }

    static Meter exponentialMeter() {
        return provider(Aggregation.base2ExponentialBucketHistogram());
    }

    private static Meter provider(Aggregation histograms) {
        return SdkMeterProvider.builder()
            .registerMetricReader(new NeverReading())
            .registerView(InstrumentSelector.builder().setType(InstrumentType.HISTOGRAM).build(),
                View.builder().setAggregation(histograms).build())
            .build()
            .get("benchmark");
    }

    private record NeverReading() implements MetricReader {
        @Override
        public void register(CollectionRegistration registration) {
            // Nobody asks.
        }

        @Override
        public AggregationTemporality getAggregationTemporality(InstrumentType instrument) {
            return AggregationTemporality.CUMULATIVE;
        }

        @Override
        public CompletableResultCode forceFlush() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
        }
    }
}
