package dev.sightglass.health.management;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

import com.fasterxml.jackson.core.JsonGenerator;

/**
 * Who answers.
 *
 * @param name the application's name
 * @param build what it was built as
 * @param git what it was built from
 * @param java the version of the Java that runs it
 * @param startTime when the process began
 * @param instanceId tells this instance from its siblings
 * @param processId the process in its machine or container
 */
public record ServiceInfo(String name, BuildInfo build, GitInfo git, String java, Instant startTime, String instanceId,
    long processId) {

    void writeTo(JsonGenerator json, Instant now) throws IOException {
        json.writeStringField("name", name);
        Json.optional(json, "version", build.version());
        Json.optional(json, "revision", git.revision());
        Json.optional(json, "buildTime", build.time());
        json.writeStringField("java", java);
        json.writeStringField("startTime", startTime.toString());
        Json.seconds(json, "uptimeSeconds", Duration.between(startTime, now));
        json.writeStringField("instanceId", instanceId);
        json.writeNumberField("processId", processId);
    }
}
