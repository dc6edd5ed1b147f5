package dev.sightglass.health.management;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

/** Writes small JSON objects. */
final class Json {

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final double NANOS_PER_SECOND = 1e9;

    private Json() {}

    static byte[] write(Content content) {
        var out = new ByteArrayOutputStream(512);
        try (var json = FACTORY.createGenerator(out)) {
            json.writeStartObject();
            content.writeTo(json);
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    static void optional(JsonGenerator json, String name, @Nullable Object value) throws IOException {
        if (value != null) {
            json.writeStringField(name, value.toString());
        }
    }

    static void seconds(JsonGenerator json, String name, Duration duration) throws IOException {
        json.writeNumberField(name, duration.toNanos() / NANOS_PER_SECOND);
    }

    static void scalars(JsonGenerator json, String name, Map<String, Object> values) throws IOException {
        json.writeObjectFieldStart(name);
        for (var entry : values.entrySet()) {
            json.writeFieldName(entry.getKey());
            scalar(json, entry.getValue());
        }
        json.writeEndObject();
    }

    private static void scalar(JsonGenerator json, Object value) throws IOException {
        switch (value) {
            case Boolean yesOrNo -> json.writeBoolean(yesOrNo);
            case Long number -> json.writeNumber(number);
            case Integer number -> json.writeNumber(number);
            case Number number when Double.isFinite(number.doubleValue()) -> json.writeNumber(number.doubleValue());
            default -> json.writeString(value.toString());
        }
    }

    /** Writes the fields of one object. */
    @FunctionalInterface
    interface Content {

        void writeTo(JsonGenerator json) throws IOException;
    }
}
