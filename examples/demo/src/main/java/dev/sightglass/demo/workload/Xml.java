package dev.sightglass.demo.workload;

/** The little XML writing that generated documents need. */
final class Xml {

    static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";

    private final StringBuilder out = new StringBuilder(4096).append(DECLARATION);

    /** Opens an element; attributes come as name, value, name, value. */
    Xml open(String element, String... attributes) {
        tag(element, attributes).append(">");
        return this;
    }

    Xml close(String element) {
        out.append("</").append(element).append(">\n");
        return this;
    }

    Xml empty(String element, String... attributes) {
        tag(element, attributes).append("/>\n");
        return this;
    }

    Xml text(String element, String text) {
        open(element);
        escaped(text);
        return close(element);
    }

    @Override
    public String toString() {
        return out.toString();
    }

    private StringBuilder tag(String element, String... attributes) {
        out.append('<').append(element);
        for (var i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            escaped(attributes[i + 1]);
            out.append('"');
        }
        return out;
    }

    private void escaped(String text) {
        for (var i = 0; i < text.length(); i++) {
            var character = text.charAt(i);
            switch (character) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '"' -> out.append("&quot;");
                default -> out.append(character);
            }
        }
    }
}
