package dev.sightglass.client.convert.wsxf;

import dev.sightglass.converter.Argument;
import dev.sightglass.converter.Arguments;
import dev.sightglass.converter.Confidence;
import dev.sightglass.converter.ConversionContext;
import dev.sightglass.converter.ConversionResult;
import dev.sightglass.converter.Converter;
import dev.sightglass.converter.InvalidSourceException;
import dev.sightglass.converter.NotYetException;
import dev.sightglass.converter.Report;
import dev.sightglass.converter.Source;
import dev.sightglass.converter.xml.XmlElement;
import dev.sightglass.converter.xml.XmlSource;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads WSXF: every report of the file, tests and repairs. */
public final class WsxfConverter implements Converter {

    static final Argument<Integer> PROCESS_CODE = Argument.integer("process-code", 10, 0, Short.MAX_VALUE,
        "The code of the operation for reports whose Process element has neither code nor name");
    static final Argument<ZoneId> TIME_ZONE =
        Argument.timeZone("time-zone", "The zone of start times that are written without an offset");
    static final Argument<String> UNKNOWN_ELEMENTS = Argument.choice("unknown-elements", List.of("reject", "ignore"),
        "What happens to a file with elements that this converter would lose: reject it, or go on without them");

    private static final String FAMILY = "http://wats.virinco.com/schemas/WATS/Report/";

    @Override
    public String name() {
        return "wsxf";
    }

    @Override
    public String version() {
        return "1.0.0";
    }

    @Override
    public String description() {
        return "WATS Standard XML Format: all Report elements of the file, tests and repairs";
    }

    @Override
    public List<String> patterns() {
        return List.of("*.xml", "*.wsxf");
    }

    @Override
    public List<Argument<?>> arguments() {
        return List.of(PROCESS_CODE, TIME_ZONE, UNKNOWN_ELEMENTS);
    }

    @Override
    public Confidence probe(Source source, Arguments arguments) {
        try (var xml = new XmlSource(source)) {
            if (!isRoot(xml.root())) {
                return Confidence.none("the root is " + xml.root().name() + ", not Reports");
            }
            if (xml.namespace().startsWith(FAMILY)) {
                return new Confidence(0.98, "root Reports in the namespace of WATS");
            }
            return xml.namespace().isEmpty() ? new Confidence(0.85, "root Reports without namespace")
                : new Confidence(0.1, "root Reports in the foreign namespace " + xml.namespace());
        } catch (InvalidSourceException broken) {
            return looksRight(source) ? new Confidence(0.6, "broken, but with a Report")
                : Confidence.none(String.valueOf(broken.getMessage()));
        }
    }

    private static boolean isRoot(XmlElement root) {
        return root.name().equals("Reports") || root.name().equals("Report");
    }

    /** A broken file of this kind is better refused by the conversion, which says what is broken. */
    private static boolean looksRight(Source source) {
        return source.headText(8192, StandardCharsets.UTF_8).contains("<Report");
    }

    @Override
    public ConversionResult convert(Source source, ConversionContext context) {
        try (var xml = new XmlSource(source)) {
            if (!isRoot(xml.root())) {
                throw xml.root().wrong("expected the root Reports");
            }
            return convert(xml, new WsxfReport(context));
        } catch (NotYetException notYet) {
            return notYet.suspended();
        }
    }

    private static ConversionResult convert(XmlSource xml, WsxfReport reader) {
        if (xml.root().name().equals("Report")) {
            return ConversionResult.Converted.one(reader.read(xml.whole()));
        }
        var reports = new ArrayList<Report>();
        for (Optional<XmlElement> child = xml.next(); child.isPresent(); child = xml.next()) {
            if (child.get().name().equals("Report")) {
                reports.add(reader.read(child.get()));
            } else {
                reader.unknown(child.get());
            }
        }
        return reports.isEmpty() ? new ConversionResult.Rejected("expected Report elements in Reports. Found: none")
            : new ConversionResult.Converted(reports);
    }
}
