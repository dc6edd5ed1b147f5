package dev.sightglass.client.convert.wsjf;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.sightglass.client.report.JsonProblems;
import dev.sightglass.converter.InvalidSourceException;
import dev.sightglass.converter.Report;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The reports of a JSON array, each as the bytes that it has there. */
final class ReportArray {

    private final JsonParser parser;
    private final byte[] json;

    ReportArray(JsonParser parser, byte[] json) {
        this.parser = parser;
        this.json = json;
    }

    List<Report> split() throws IOException {
        var reports = new ArrayList<Report>();
        for (var token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (token != JsonToken.START_OBJECT) {
                throw new InvalidSourceException(
                    "element " + (reports.size() + 1) + " of the array: " + JsonProblems.notAnObject(token));
            }
            int from = (int) parser.currentTokenLocation().getByteOffset();
            parser.skipChildren();
            reports.add(report(Arrays.copyOfRange(json, from, (int) parser.currentLocation().getByteOffset())));
        }
        if (parser.nextToken() != null) {
            throw new InvalidSourceException(
                "expected nothing after the array. Found: more, at " + JsonProblems.at(parser.currentTokenLocation()));
        }
        return reports;
    }

    private Report report(byte[] slice) throws IOException {
        try (var inside = new JsonFactory().createParser(slice)) {
            inside.nextToken();
            return SpelledOutNames.shorten(inside, slice);
        }
    }
}
