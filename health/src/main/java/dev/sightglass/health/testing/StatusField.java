package dev.sightglass.health.testing;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;

import dev.sightglass.health.Status;

/** Reads the status that a body says it has. */
final class StatusField {

    private static final JsonFactory FACTORY = new JsonFactory();

    private StatusField() {}

    static Status of(String body) {
        try (var json = FACTORY.createParser(body)) {
            boolean found = json.nextToken() == JsonToken.START_OBJECT && "status".equals(json.nextFieldName());
            if (!found) {
                throw new AssertionError("should begin with its status. Found: " + body);
            }
            return Status.valueOf(json.nextTextValue());
        } catch (IOException | IllegalArgumentException notOurs) {
            throw new AssertionError("should be JSON with a status. Found: " + body, notOurs);
        }
    }
}
