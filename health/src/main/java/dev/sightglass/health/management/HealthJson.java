package dev.sightglass.health.management;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.core.JsonGenerator;

import dev.sightglass.health.ComponentHealth;
import dev.sightglass.health.ComponentState;
import dev.sightglass.health.HealthReport;
import dev.sightglass.health.Probe;

/** How findings look in JSON. */
final class HealthJson {

    private HealthJson() {}

    static void probe(JsonGenerator json, HealthReport report, Probe probe, boolean withReasons) throws IOException {
        json.writeStringField("status", report.forProbe(probe).name());
        json.writeStringField("probe", probe.label());
        var parts = report.componentsOf(probe);
        json.writeObjectFieldStart("checks");
        for (var part : parts) {
            json.writeStringField(part.name(), part.state().name());
        }
        json.writeEndObject();
        if (withReasons) {
            reasons(json, parts);
        }
    }

    private static void reasons(JsonGenerator json, List<ComponentHealth> parts) throws IOException {
        json.writeArrayFieldStart("reasons");
        for (var part : parts) {
            if (part.state() != ComponentState.UP) {
                json.writeStartObject();
                json.writeStringField("check", part.name());
                json.writeStringField("reason", part.reason());
                Json.optional(json, "nextStep", part.nextStep());
                Json.optional(json, "runbook", part.runbook());
                json.writeEndObject();
            }
        }
        json.writeEndArray();
    }

    static void components(JsonGenerator json, HealthReport report) throws IOException {
        json.writeObjectFieldStart("probes");
        for (var probe : Probe.values()) {
            json.writeStringField(probe.label(), report.forProbe(probe).name());
        }
        json.writeEndObject();
        json.writeObjectFieldStart("components");
        for (var component : report.components()) {
            json.writeObjectFieldStart(component.name());
            component(json, component);
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static void component(JsonGenerator json, ComponentHealth component) throws IOException {
        json.writeStringField("status", component.state().name());
        json.writeStringField("since", component.since().toString());
        Json.seconds(json, "ageSeconds", component.age());
        Json.seconds(json, "durationSeconds", component.duration());
        json.writeStringField("reason", component.reason());
        Json.optional(json, "nextStep", component.nextStep());
        Json.optional(json, "runbook", component.runbook());
        json.writeStringField("dependency", component.dependency().name().toLowerCase(Locale.ROOT));
        json.writeArrayFieldStart("probes");
        for (var probe : Probe.values()) {
            if (component.probes().contains(probe)) {
                json.writeString(probe.label());
            }
        }
        json.writeEndArray();
        if (!component.data().isEmpty()) {
            Json.scalars(json, "data", component.data());
        }
    }
}
