package dev.sightglass.client.report;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** Adds members to the bytes of a JSON object that has some already, and leaves every other byte as it is. */
final class Splice {

    private final Header header;
    private final StringBuilder added = new StringBuilder();
    private final Map<Header.Span, String> replaced = new TreeMap<>();

    Splice(Header header) {
        this.header = header;
    }

    void addText(Field field, String value) {
        add(field, '"' + new String(JsonStringEncoder.getInstance().quoteAsString(value)) + '"');
    }

    /** Puts a value in the place of one that says nothing, or else behind the last member. */
    void add(Field field, String json) {
        header.blank(field).ifPresentOrElse(span -> replaced.put(span, json),
            () -> added.append(",\"").append(field.member()).append("\":").append(json));
    }

    byte[] apply(byte[] json) {
        if (added.isEmpty() && replaced.isEmpty()) {
            return json;
        }
        int last = endOfLastMember(json);
        if (!added.isEmpty()) {
            replaced.put(new Header.Span(last, last), added.toString());
        }
        var out = new ByteArrayOutputStream(json.length + 512);
        int done = 0;
        for (var edit : replaced.entrySet()) {
            out.write(json, done, edit.getKey().from() - done);
            out.writeBytes(edit.getValue().getBytes(StandardCharsets.UTF_8));
            done = edit.getKey().to();
        }
        out.write(json, done, json.length - done);
        return out.toByteArray();
    }

    /** Before the white space that may precede the closing brace, so that a laid-out report still ends on a line of its own. */
    private int endOfLastMember(byte[] json) {
        int position = header.end();
        while (json[position - 1] <= ' ' && json[position - 1] >= 0) {
            position--;
        }
        return position;
    }
}
