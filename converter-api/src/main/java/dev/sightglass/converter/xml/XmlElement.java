package dev.sightglass.converter.xml;

import dev.sightglass.converter.InvalidSourceException;
import dev.sightglass.converter.report.Decimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One element with everything in it. Names are local names; the case of attribute names does not matter. Immutable. */
public final class XmlElement {

    private final String name;
    private final int line;
    private final Map<String, String> attributes;
    private final List<XmlElement> children;
    private final String text;

    XmlElement(String name, int line, Map<String, String> attributes, List<XmlElement> children, String text) {
        this.name = name;
        this.line = line;
        this.attributes = attributes;
        this.children = List.copyOf(children);
        this.text = text;
    }

    /**
     * The local name.
     *
     * @return the name without prefix
     */
    public String name() {
        return name;
    }

    /**
     * Where the element's start tag ends, for messages.
     *
     * @return the line, from 1
     */
    public int line() {
        return line;
    }

    /**
     * The child elements.
     *
     * @return all of them in document order
     */
    public List<XmlElement> children() {
        return children;
    }

    /**
     * The child elements of a name.
     *
     * @param childName the local name
     * @return those in document order; may be empty
     */
    public List<XmlElement> children(String childName) {
        return children.stream().filter(child -> child.name.equals(childName)).toList();
    }

    /**
     * The first descendant on a path.
     *
     * @param path local names, from child to child
     * @return the element, or empty when any of the path is absent
     */
    public Optional<XmlElement> find(String... path) {
        var found = Optional.of(this);
        for (var step : path) {
            found = found.flatMap(
                element -> element.children.stream().filter(child -> child.name.equals(step)).findFirst());
        }
        return found;
    }

    /**
     * The text directly in the element.
     *
     * @return the text as it is; empty when there is none
     */
    public String text() {
        return text;
    }

    /**
     * An attribute.
     *
     * @param attribute its local name; case does not matter
     * @return the value, or empty when it is absent or blank
     */
    public Optional<String> attribute(String attribute) {
        return Optional.ofNullable(attributes.get(attribute)).filter(value -> !value.isBlank());
    }

    /**
     * An attribute that may be blank.
     *
     * @param attribute its local name; case does not matter
     * @return the value as it is, or empty when it is absent
     */
    public Optional<String> exactAttribute(String attribute) {
        return Optional.ofNullable(attributes.get(attribute));
    }

    /**
     * An attribute that must be there.
     *
     * @param attribute its local name; case does not matter
     * @return the value
     * @throws InvalidSourceException when it is absent or blank
     */
    public String required(String attribute) {
        return attribute(attribute).orElseThrow(() -> wrong("attribute " + attribute + " is required"));
    }

    /**
     * A whole number in an attribute.
     *
     * @param attribute its local name; case does not matter
     * @return the number, or empty when the attribute is absent or blank
     * @throws InvalidSourceException when it is no whole number
     */
    public Optional<Integer> integer(String attribute) {
        return attribute(attribute).map(value -> {
            try {
                return Integer.valueOf(value.strip());
            } catch (NumberFormatException wrong) {
                throw wrong("attribute " + attribute + ": expected a whole number. Found: "
                    + InvalidSourceException.quote(value));
            }
        });
    }

    /**
     * A number in an attribute.
     *
     * @param attribute its local name; case does not matter
     * @return the number with its digits, or empty when the attribute is absent or blank
     * @throws InvalidSourceException when it is no number
     */
    public Optional<Decimal> decimal(String attribute) {
        return attribute(attribute).map(value -> {
            try {
                return Decimal.parse(value);
            } catch (NumberFormatException wrong) {
                throw wrong("attribute " + attribute + ": " + wrong.getMessage());
            }
        });
    }

    Map<String, String> attributes() {
        return attributes;
    }

    /**
     * A fault of this element.
     *
     * @param problem what is expected and what was found
     * @return an exception to throw, whose message names line and element
     */
    public InvalidSourceException wrong(String problem) {
        return new InvalidSourceException("line " + line + ": element " + name + ": " + problem);
    }
}
