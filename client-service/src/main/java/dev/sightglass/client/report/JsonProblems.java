package dev.sightglass.client.report;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import org.jspecify.annotations.Nullable;

/** Says in plain words why JSON cannot be read. */
public final class JsonProblems {

    private JsonProblems() {}

    /**
     * What is wrong and where.
     *
     * @param unreadable the parser's account
     * @param parser the parser, which knows the place even when the account does not
     * @return a sentence with line and column
     */
    public static String explain(JsonProcessingException unreadable, JsonParser parser) {
        var message = String.valueOf(unreadable.getOriginalMessage());
        var where = at(parser.currentLocation());
        if (unreadable instanceof JsonEOFException || message.startsWith("Unexpected end-of-input")) {
            return "the JSON ends too early, " + where + ": the file is incomplete";
        }
        if (unreadable instanceof StreamConstraintsException) {
            return "beyond what a report may be, " + where + ": " + message;
        }
        if (message.startsWith("Duplicate field")) {
            return "duplicate member " + message.substring("Duplicate field".length()).strip() + ", " + where
                + ": only one of the two can be meant";
        }
        if (message.startsWith("Non-standard token")) {
            return "JSON has no such number, " + where + ": write NaN and the infinities as texts, such as \"NaN\"";
        }
        return "not JSON, " + where + ": " + message;
    }

    /**
     * Why a document is not one report.
     *
     * @param first the document's first token; null when it has none
     * @return a sentence
     */
    public static String notAnObject(@Nullable JsonToken first) {
        return first == null ? "expected a report, a JSON object. Found: an empty file"
            : "expected a report, a JSON object. Found: " + switch (first) {
                case START_ARRAY -> "an array";
                case VALUE_STRING -> "a text";
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
                default -> first.asString();
            };
    }

    /**
     * Where in a document.
     *
     * @param location the parser's location
     * @return line and column, both from 1
     */
    public static String at(JsonLocation location) {
        return "line " + location.getLineNr() + ", column " + location.getColumnNr();
    }
}
