package dev.sightglass.health.management;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

import dev.sightglass.health.HealthReport;
import dev.sightglass.health.Probe;
import dev.sightglass.health.Status;

/** The paths under {@code /health}. */
public final class HealthEndpoints {

    private HealthEndpoints() {}

    /**
     * The one word, the three probes and, unless nobody may see them, the details.
     *
     * @param reports what is known now; must not wait
     * @param service who answers
     * @param details who may see details and reasons
     * @return the endpoints
     */
    public static List<ManagementEndpoint> of(Supplier<HealthReport> reports, ServiceInfo service,
        DetailsVisibility details) {
        Predicate<ManagementRequest> maySeeReasons = request -> details.isVisibleTo(request.isTrusted());
        var endpoints = new ArrayList<ManagementEndpoint>();
        endpoints.add(new OneWord(reports));
        for (var probe : Probe.values()) {
            endpoints.add(new ProbeAnswer(probe, reports, maySeeReasons));
        }
        if (details != DetailsVisibility.NOBODY) {
            endpoints.add(new Details(reports, service, details));
        }
        return List.copyOf(endpoints);
    }

    private static final class OneWord extends HealthEndpoint {

        OneWord(Supplier<HealthReport> reports) {
            super("/health", reports);
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        Status status(HealthReport report) {
            return report.status();
        }

        @Override
        Json.Content content(HealthReport report, ManagementRequest request) {
            return json -> json.writeStringField("status", status(report).name());
        }
    }

    private static final class ProbeAnswer extends HealthEndpoint {

        private final Probe probe;
        private final Predicate<ManagementRequest> maySeeReasons;

        ProbeAnswer(Probe probe, Supplier<HealthReport> reports, Predicate<ManagementRequest> maySeeReasons) {
            super("/health/" + probe.label(), reports);
            this.probe = probe;
            this.maySeeReasons = maySeeReasons;
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        Status status(HealthReport report) {
            return report.forProbe(probe);
        }

        @Override
        Json.Content content(HealthReport report, ManagementRequest request) {
            return json -> HealthJson.probe(json, report, probe, maySeeReasons.test(request));
        }
    }

    private static final class Details extends HealthEndpoint {

        private final ServiceInfo service;
        private final DetailsVisibility visibility;

        Details(Supplier<HealthReport> reports, ServiceInfo service, DetailsVisibility visibility) {
            super("/health/details", reports);
            this.service = service;
            this.visibility = visibility;
        }

        @Override
        public boolean isOpen() {
            return visibility == DetailsVisibility.EVERYONE;
        }

        @Override
        Status status(HealthReport report) {
            return report.status();
        }

        @Override
        Json.Content content(HealthReport report, ManagementRequest request) {
            return json -> {
                json.writeStringField("status", status(report).name());
                json.writeStringField("at", report.at().toString());
                json.writeObjectFieldStart("service");
                service.writeTo(json, report.at());
                json.writeEndObject();
                HealthJson.components(json, report);
            };
        }
    }
}
