package dev.sightglass.client.convert.atml;

import dev.sightglass.converter.Argument;
import dev.sightglass.converter.Arguments;
import dev.sightglass.converter.Confidence;
import dev.sightglass.converter.ConversionContext;
import dev.sightglass.converter.ConversionResult;
import dev.sightglass.converter.Converter;
import dev.sightglass.converter.InvalidSourceException;
import dev.sightglass.converter.Report;
import dev.sightglass.converter.Source;
import dev.sightglass.converter.xml.XmlElement;
import dev.sightglass.converter.xml.XmlSource;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads ATML 1636.1: a report for each TestResults element. */
public final class AtmlConverter implements Converter {

    static final Argument<Integer> PROCESS_CODE =
        Argument.integer("process-code", 10, 0, Short.MAX_VALUE, "The code of the test operation");
    static final Argument<String> PART_NUMBER =
        Argument.text("part-number", "", "The part number for files that give none");
    static final Argument<String> REVISION =
        Argument.text("revision", "1.0", "The revision of the part, which ATML does not carry");
    static final Argument<String> SEQUENCE_VERSION =
        Argument.text("sequence-version", "1.0", "The version of the sequences, which ATML does not carry");
    static final Argument<ZoneId> TIME_ZONE =
        Argument.timeZone("time-zone", "The zone of times that are written without an offset");

    /** 2.02, 5.00 and 6.01; schemas of 2011 in the field also carry a part number, and collections a name of their own. */
    private static final Pattern NAMESPACE =
        Pattern.compile("urn:IEEE-1636\\.1:(2006|2011|2013)(:01)?:TestResults(Collection)?");

    @Override
    public String name() {
        return "atml";
    }

    @Override
    public String version() {
        return "1.0.0";
    }

    @Override
    public String description() {
        return "ATML test results, IEEE 1636.1 of 2006, 2011 and 2013, with TestStand's extensions";
    }

    @Override
    public List<String> patterns() {
        return List.of("*.xml", "*.atml");
    }

    @Override
    public List<Argument<?>> arguments() {
        return List.of(PROCESS_CODE, PART_NUMBER, REVISION, SEQUENCE_VERSION, TIME_ZONE);
    }

    @Override
    public Confidence probe(Source source, Arguments arguments) {
        try (var xml = new XmlSource(source)) {
            boolean isNamed = isCollection(xml.root()) || isResults(xml.root());
            if (NAMESPACE.matcher(xml.namespace()).matches()) {
                return new Confidence(isNamed ? 0.9 : 0.3,
                    "root " + xml.root().name() + " in a namespace of IEEE 1636.1");
            }
            return isNamed ? new Confidence(0.5, "root " + xml.root().name() + " in another namespace")
                : Confidence.none("the root is " + xml.root().name() + ", not TestResults");
        } catch (InvalidSourceException broken) {
            return source.headText(8192, StandardCharsets.UTF_8).contains("urn:IEEE-1636.1:")
                ? new Confidence(0.6, "broken, but of a namespace of IEEE 1636.1")
                : Confidence.none(String.valueOf(broken.getMessage()));
        }
    }

    @Override
    public ConversionResult convert(Source source, ConversionContext context) {
        try (var xml = new XmlSource(source)) {
            var reader = new AtmlReport(context.arguments());
            if (isResults(xml.root())) {
                return ConversionResult.Converted.one(reader.read(xml.whole()));
            }
            if (!isCollection(xml.root())) {
                throw xml.root().wrong("expected the root TestResults or TestResultsCollection");
            }
            var reports = new ArrayList<Report>();
            for (Optional<XmlElement> child = xml.next(); child.isPresent(); child = xml.next()) {
                child.filter(AtmlConverter::isResults).map(reader::read).ifPresent(reports::add);
            }
            return reports.isEmpty() ? new ConversionResult.Rejected("expected TestResults elements. Found: none")
                : new ConversionResult.Converted(reports);
        }
    }

    private static boolean isResults(XmlElement element) {
        return element.name().equals("TestResults");
    }

    private static boolean isCollection(XmlElement element) {
        return element.name().equals("TestResultsCollection");
    }
}
