package dev.sightglass.client.convert.wstf;

import dev.sightglass.converter.Argument;
import dev.sightglass.converter.Arguments;
import dev.sightglass.converter.Confidence;
import dev.sightglass.converter.ConversionContext;
import dev.sightglass.converter.ConversionResult;
import dev.sightglass.converter.Converter;
import dev.sightglass.converter.NotYetException;
import dev.sightglass.converter.Source;
import java.nio.charset.Charset;
import java.time.ZoneId;
import java.util.List;

/** Reads WSTF: a report for each unit of the file. */
public final class WstfConverter implements Converter {

    static final Argument<Integer> PROCESS_CODE = Argument.integer("process-code", 10, 0, Short.MAX_VALUE,
        "The code of the test operation for units that give neither code nor name");
    static final Argument<String> TEST_MODE = Argument.choice("test-mode", List.of("Active", "Import"),
        "Active: statuses that are missing come from the limits. Import: statuses are taken as they are");
    static final Argument<String> OPERATOR =
        Argument.text("operator", "sysoper", "The operator for units that name none");
    static final Argument<String> SEQUENCE_NAME =
        Argument.text("sequence-name", "SeqName", "The name of the root sequence for units without SoftwareName");
    static final Argument<String> SEQUENCE_VERSION = Argument.text("sequence-version", "0.0.0",
        "The version of the root sequence for units without SoftwareVersion");
    static final Argument<Charset> ENCODING =
        Argument.charset("encoding", Charset.forName("windows-1252"), "The encoding of files without byte order mark");
    static final Argument<Boolean> DECIMAL_COMMA =
        Argument.flag("decimal-comma", false, "Whether numbers are written with a comma");
    static final Argument<ZoneId> TIME_ZONE =
        Argument.timeZone("time-zone", "The zone of StartDateTime, which is written without one");

    private static final int HEAD = 10 * 1024;

    @Override
    public String name() {
        return "wstf";
    }

    @Override
    public String version() {
        return "1.0.0";
    }

    @Override
    public String description() {
        return "WATS Standard Text Format: tab-separated text with markers, one or several units per file";
    }

    @Override
    public List<String> patterns() {
        return List.of("*.txt", "*.wstf");
    }

    @Override
    public List<Argument<?>> arguments() {
        return List.of(PROCESS_CODE, TEST_MODE, OPERATOR, SEQUENCE_NAME, SEQUENCE_VERSION, ENCODING, DECIMAL_COMMA,
            TIME_ZONE);
    }

    @Override
    public Confidence probe(Source source, Arguments arguments) {
        var head = source.headText(HEAD, arguments.get(ENCODING));
        boolean hasHeader = head.contains(Marker.HEADER_START.text());
        boolean hasSteps = head.contains(Marker.STEPS_START.text());
        if (hasHeader && hasSteps) {
            return new Confidence(0.98, "both markers at the beginning");
        }
        return hasHeader || hasSteps ? new Confidence(0.85, "one of the two markers at the beginning")
            : Confidence.none("no marker such as " + Marker.HEADER_START.text());
    }

    @Override
    public ConversionResult convert(Source source, ConversionContext context) {
        try {
            var reports = new WstfFile(context).read(source.markedText(context.arguments().get(ENCODING)));
            return reports.isEmpty()
                ? new ConversionResult.Rejected(
                    "expected the marker " + Marker.HEADER_START.text() + ". Found: an empty file")
                : new ConversionResult.Converted(reports);
        } catch (NotYetException notYet) {
            return notYet.suspended();
        }
    }
}
