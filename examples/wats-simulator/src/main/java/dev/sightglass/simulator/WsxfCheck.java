package dev.sightglass.simulator;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Checks a WSXF document, all of its {@code Report} elements. A DTD is refused unread, so entities cannot do harm. */
final class WsxfCheck {

    private static final String NAMESPACE = "http://wats.virinco.com/schemas/WATS/Report/wsxf";
    private static final Map<String, String> TYPES = Map.of("UUT", "T", "UUR", "R");
    private static final Map<String, String> RESULTS =
        Map.of("passed", "P", "failed", "F", "error", "E", "terminated", "T");

    private final Map<Integer, WatsProcess> processes;
    private final XMLInputFactory xml = XMLInputFactory.newDefaultFactory();

    WsxfCheck(Map<Integer, WatsProcess> processes) {
        this.processes = processes;
        xml.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        xml.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    Verdict check(byte[] body) {
        try {
            var reader = xml.createXMLStreamReader(new ByteArrayInputStream(body));
            try {
                return checkDocument(reader);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException broken) {
            return new Verdict.Refused(
                List.of("body: not valid XML: " + String.valueOf(broken.getMessage()).replace('\n', ' ')));
        }
    }

    private Verdict checkDocument(XMLStreamReader reader) throws XMLStreamException {
        var reports = new ArrayList<ReportHeader>();
        var faults = new ArrayList<String>();
        var number = 0;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamReader.DTD -> faults.add("body: a document type declaration is not allowed");
                case XMLStreamReader.START_ELEMENT -> {
                    if (isReport(reader)) {
                        var header = checkReport(reader, "Report[" + ++number + "]/", faults);
                        if (header != null) {
                            reports.add(header);
                        }
                    }
                }
                default -> {
                    // Text and comments between reports mean nothing.
                }
            }
        }
        if (number == 0) {
            faults.add("body: has no Report element in namespace " + NAMESPACE);
        }
        return faults.isEmpty() ? new Verdict.Accepted(reports) : new Verdict.Refused(faults);
    }

    private @Nullable ReportHeader checkReport(XMLStreamReader reader, String prefix, List<String> faults)
        throws XMLStreamException {
        var head = new HeaderCheck(HeaderField::xml, prefix);
        var wanted = String.valueOf(reader.getAttributeValue(null, HeaderField.TYPE.xml()));
        readAttributes(reader, head);
        var hasUnit = false;
        for (var depth = 1; depth > 0;) {
            var event = reader.next();
            if (event == XMLStreamReader.END_ELEMENT) {
                depth--;
            } else if (event == XMLStreamReader.START_ELEMENT && ++depth == 2) {
                hasUnit |= reader.getLocalName().equals(wanted);
                readProcess(reader, head);
            }
        }
        if (!hasUnit && TYPES.containsKey(wanted)) {
            head.fault(wanted, "is required");
        }
        var header = head.header(processes);
        faults.addAll(head.faults());
        return header;
    }

    private static void readAttributes(XMLStreamReader reader, HeaderCheck head) {
        for (var i = 0; i < reader.getAttributeCount(); i++) {
            var field = HeaderField.BY_XML.get(reader.getAttributeLocalName(i));
            if (field != null) {
                head.put(field, letter(field, reader.getAttributeValue(i)));
            }
        }
    }

    private static void readProcess(XMLStreamReader reader, HeaderCheck head) {
        var code = reader.getAttributeValue(null, "Code");
        if (reader.getLocalName().equals("Process") && code != null) {
            head.put(HeaderField.PROCESS, code);
        }
    }

    private static String letter(HeaderField field, String word) {
        return switch (field) {
            case TYPE -> TYPES.getOrDefault(word, word);
            case RESULT -> RESULTS.getOrDefault(word.toLowerCase(Locale.ROOT), word);
            default -> word;
        };
    }

    private static boolean isReport(XMLStreamReader reader) {
        return reader.getLocalName().equals("Report") && NAMESPACE.equals(reader.getNamespaceURI());
    }
}
