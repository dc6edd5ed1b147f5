package dev.sightglass.client.convert.wsjf;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.sightglass.client.report.JsonBytes;
import dev.sightglass.client.report.JsonProblems;
import dev.sightglass.converter.Arguments;
import dev.sightglass.converter.Confidence;
import dev.sightglass.converter.ConversionContext;
import dev.sightglass.converter.ConversionResult;
import dev.sightglass.converter.Converter;
import dev.sightglass.converter.Report;
import dev.sightglass.converter.Source;
import java.io.IOException;
import java.util.List;

/** Reads WSJF: one report, or an array of reports. Nothing of a report is touched but the three names that older clients spell out. */
public final class WsjfConverter implements Converter {

    private static final JsonFactory JSON = new JsonFactory();

    @Override
    public String name() {
        return "wsjf";
    }

    @Override
    public String version() {
        return "1.0.0";
    }

    @Override
    public String description() {
        return "WATS Standard JSON Format: one report or an array of reports, passed on byte for byte";
    }

    @Override
    public List<String> patterns() {
        return List.of("*.json", "*.wsjf");
    }

    @Override
    public Confidence probe(Source source, Arguments arguments) {
        return WsjfProbe.judge(source, JSON);
    }

    @Override
    public ConversionResult convert(Source source, ConversionContext context) throws IOException {
        byte[] json = JsonBytes.utf8(source.bytes());
        try (var parser = JSON.createParser(json)) {
            try {
                return convert(parser, json);
            } catch (JsonProcessingException unreadable) {
                return new ConversionResult.Rejected(JsonProblems.explain(unreadable, parser));
            }
        }
    }

    private static ConversionResult convert(JsonParser parser, byte[] json) throws IOException {
        var first = parser.nextToken();
        if (first == JsonToken.START_OBJECT) {
            return ConversionResult.Converted.one(SpelledOutNames.shorten(parser, json));
        }
        return first == JsonToken.START_ARRAY ? reports(new ReportArray(parser, json).split())
            : new ConversionResult.Rejected(JsonProblems.notAnObject(first));
    }

    private static ConversionResult reports(List<Report> reports) {
        return reports.isEmpty() ? new ConversionResult.Rejected("expected reports. Found: an empty array")
            : new ConversionResult.Converted(reports);
    }
}
