package dev.sightglass.health.management;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonGenerator;

/**
 * Who answers.
 *
 * @param name the application's name
 * @param version its version, or null when the build did not say
 * @param revision the commit that it was built from, or null
 * @param buildTime when it was built, or null
 * @param java the version of the Java that runs it
 * @param startTime when the process began
 * @param instanceId tells this instance from its siblings
 * @param processId the process in its machine or container
 */
public record ServiceInfo(String name, @Nullable String version, @Nullable String revision, @Nullable String buildTime,
    String java, Instant startTime, String instanceId, long processId) {

    void writeTo(JsonGenerator json, Instant now) throws IOException {
        json.writeStringField("name", name);
        Json.optional(json, "version", version);
        Json.optional(json, "revision", revision);
        Json.optional(json, "buildTime", buildTime);
        json.writeStringField("java", java);
        json.writeStringField("startTime", startTime.toString());
        Json.seconds(json, "uptimeSeconds", Duration.between(startTime, now));
        json.writeStringField("instanceId", instanceId);
        json.writeNumberField("processId", processId);
    }
}
