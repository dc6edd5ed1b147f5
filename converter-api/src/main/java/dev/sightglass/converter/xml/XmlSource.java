package dev.sightglass.converter.xml;

import dev.sightglass.converter.InvalidSourceException;
import dev.sightglass.converter.Source;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads the XML of a source, one child of the root at a time, so that a file of many reports needs the memory of one. Document type
 * declarations are refused: nothing is ever fetched and no entity expands. Not thread-safe.
 */
public final class XmlSource implements AutoCloseable {

    /** More than any report nests, less than a stack or the reports' JSON can bear. */
    private static final int DEEPEST = 256;

    private final XMLStreamReader reader;
    private final XmlElement root;
    private final String namespace;
    private boolean ended;

    /**
     * Opens a source and reads the root's start tag.
     *
     * @param source XML in the encoding that it declares
     * @throws InvalidSourceException when it does not begin as XML, or has a document type declaration
     */
    public XmlSource(Source source) {
        try {
            reader = factory().createXMLStreamReader(XmlEncoding.reader(source));
            advanceToElement();
            root = startTag();
            var uri = reader.getNamespaceURI();
            namespace = uri == null ? "" : uri;
        } catch (XMLStreamException wrong) {
            throw explain(wrong);
        }
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        // The first two count plain escapes such as &lt; too, and guard against entities, of which there are none without a
        // DOCTYPE; the last allows less nesting than reports have, and this class has its own bound.
        factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", "0");
        factory.setProperty("jdk.xml.totalEntitySizeLimit", "0");
        factory.setProperty("jdk.xml.maxElementDepth", "0");
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("external entities are refused: " + systemId);
        });
        return factory;
    }

    /**
     * The root with its attributes, without what is in it.
     *
     * @return the element
     */
    public XmlElement root() {
        return root;
    }

    /**
     * The root's namespace.
     *
     * @return the URI, or an empty text when it has none
     */
    public String namespace() {
        return namespace;
    }

    /**
     * Reads the next child of the root.
     *
     * @return the child with everything in it, or empty after the last
     * @throws InvalidSourceException when the XML breaks off or is broken
     */
    public Optional<XmlElement> next() {
        try {
            while (!ended && reader.hasNext()) {
                int event = nextEvent();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    return Optional.of(element(2));
                }
                ended = event == XMLStreamConstants.END_ELEMENT;
            }
            while (reader.hasNext()) {
                nextEvent();
            }
            return Optional.empty();
        } catch (XMLStreamException wrong) {
            throw explain(wrong);
        }
    }

    /**
     * Reads the rest of the document as one element.
     *
     * @return the root with everything in it that {@link #next()} has not returned yet
     * @throws InvalidSourceException when the XML breaks off or is broken
     */
    public XmlElement whole() {
        var children = new ArrayList<XmlElement>();
        for (var child = next(); child.isPresent(); child = next()) {
            children.add(child.get());
        }
        return new XmlElement(root.name(), root.line(), root.attributes(), children, "");
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (XMLStreamException wrong) {
            throw explain(wrong);
        }
    }

    private void advanceToElement() throws XMLStreamException {
        while (reader.getEventType() != XMLStreamConstants.START_ELEMENT) {
            nextEvent();
        }
    }

    private int nextEvent() throws XMLStreamException {
        int event = reader.next();
        if (event == XMLStreamConstants.DTD) {
            throw new InvalidSourceException("line " + reader.getLocation().getLineNumber()
                + ": a document type declaration (DOCTYPE) is refused, because it can reach other files; remove it");
        }
        return event;
    }

    private XmlElement element(int depth) throws XMLStreamException {
        if (depth > DEEPEST) {
            throw new InvalidSourceException("line " + reader.getLocation().getLineNumber()
                + ": elements are nested deeper than " + DEEPEST + ", which no report is");
        }
        var tag = startTag();
        var children = new ArrayList<XmlElement>();
        var text = new StringBuilder();
        for (int event = nextEvent(); event != XMLStreamConstants.END_ELEMENT; event = nextEvent()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                children.add(element(depth + 1));
            } else if (event != XMLStreamConstants.COMMENT && event != XMLStreamConstants.PROCESSING_INSTRUCTION) {
                text.append(reader.getText());
            }
        }
        return new XmlElement(tag.name(), tag.line(), tag.attributes(), children, text.toString());
    }

    private XmlElement startTag() {
        var attributes = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        return new XmlElement(reader.getLocalName(), reader.getLocation().getLineNumber(), attributes, List.of(), "");
    }

    private static InvalidSourceException explain(XMLStreamException wrong) {
        var location = wrong.getLocation();
        return new InvalidSourceException(
            "line " + (location == null ? 1 : Math.max(1, location.getLineNumber())) + ": " + problem(wrong), wrong);
    }

    private static String problem(XMLStreamException wrong) {
        var message = String.valueOf(wrong.getMessage());
        if (wrong.getNestedException() instanceof CharacterCodingException) {
            return "a byte that belongs to no character; the XML declaration has to name the file's encoding";
        }
        if (message.contains("Premature end of file")) {
            return "expected XML. Found: an empty file";
        }
        if (message.contains("not allowed in prolog")) {
            return "expected XML. Found: a file that does not begin with <";
        }
        if (message.contains("must start and end within the same entity")) {
            return "the XML ends too early: the file is incomplete";
        }
        int plain = message.indexOf("Message: ");
        return "not well-formed XML: "
            + (plain < 0 ? message : message.substring(plain + "Message: ".length())).strip();
    }
}
