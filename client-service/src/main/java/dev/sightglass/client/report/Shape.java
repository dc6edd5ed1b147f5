package dev.sightglass.client.report;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an object has to be: rules for the members that the vendor describes. Members that are null count as absent; members that nobody
 * described pass.
 */
final class Shape implements Rule {

    private final Map<String, Member> members;
    private final List<Member> required;
    private final Closing closing;

    private Shape(Map<String, Member> members, Closing closing) {
        this.members = members;
        this.required = members.values().stream().filter(Member::required).toList();
        this.closing = closing;
    }

    /** A check over the members of an object together, made when it ends. */
    interface Closing {

        void check(Reading reading, Seen seen);
    }

    private record Member(String name, int index, Rule rule, boolean required, boolean kept) {}

    static Builder builder() {
        return new Builder();
    }

    @Override
    public void check(Reading reading) throws IOException {
        if (!reading.is(JsonToken.START_OBJECT)) {
            reading.expected("an object");
            return;
        }
        var parser = reading.parser();
        var seen = new Seen(this);
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            var token = parser.nextToken();
            var member = members.get(name);
            if (member == null) {
                parser.skipChildren();
            } else if (token != JsonToken.VALUE_NULL) {
                seen.add(member, reading);
                member.rule.check(reading);
            }
        }
        for (var member : required) {
            if (!seen.has(member)) {
                reading.missing(member.name);
            }
        }
        closing.check(reading, seen);
    }

    /** Which members an object has, and the texts of those that are needed for a later check. */
    static final class Seen {

        private final Shape shape;
        private long present;
        private String @Nullable [] texts;

        Seen(Shape shape) {
            this.shape = shape;
        }

        private void add(Member member, Reading reading) throws IOException {
            present |= 1L << member.index;
            if (member.kept && reading.parser().currentToken().isScalarValue()) {
                if (texts == null) {
                    texts = new String[shape.members.size()];
                }
                texts[member.index] = reading.parser().getText();
            }
        }

        private boolean has(Member member) {
            return (present & (1L << member.index)) != 0;
        }

        boolean has(String name) {
            return has(shape.member(name));
        }

        /** The text of a kept member; empty when it is absent. */
        String text(String name) {
            String text = texts == null ? null : texts[shape.member(name).index];
            return text == null ? "" : text;
        }
    }

    private Member member(String name) {
        var member = members.get(name);
        if (member == null) {
            throw new IllegalArgumentException(name + " is not in this shape; this is a bug");
        }
        return member;
    }

    static final class Builder {

        private final Map<String, Member> members = new HashMap<>();
        private Closing closing = (reading, seen) -> {};

        Builder required(String name, Rule rule) {
            return add(name, rule, true, false);
        }

        Builder optional(String name, Rule rule) {
            return add(name, rule, false, false);
        }

        /** An optional member whose text the closing check reads. */
        Builder kept(String name, Rule rule) {
            return add(name, rule, false, true);
        }

        Builder closing(Closing check) {
            closing = check;
            return this;
        }

        private Builder add(String name, Rule rule, boolean required, boolean kept) {
            members.put(name, new Member(name, members.size(), rule, required, kept));
            return this;
        }

        Shape build() {
            return new Shape(Map.copyOf(members), closing);
        }
    }
}
