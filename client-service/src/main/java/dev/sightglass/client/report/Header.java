package dev.sightglass.client.report;

import static dev.sightglass.client.report.Field.*;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The top level of a report: which members it has, the texts that matter to its completion, and the places of those that are there but say
 * nothing.
 */
final class Header {

    private static final Set<Field> ALWAYS_REQUIRED =
        EnumSet.of(TYPE, PART_NUMBER, SERIAL_NUMBER, REVISION, PROCESS_CODE, RESULT);
    private static final Set<Field> COMPLETED =
        EnumSet.of(ID, MACHINE_NAME, LOCATION, PURPOSE, START, START_UTC, UUT);

    private final Set<Field> present = EnumSet.noneOf(Field.class);
    private final Map<Field, String> texts = new EnumMap<>(Field.class);
    private final Map<Field, Span> blanks = new EnumMap<>(Field.class);
    private int end;

    /** Bytes of the report, from the first to the one after the last. */
    record Span(int from, int to) implements Comparable<Span> {

        @Override
        public int compareTo(Span other) {
            return Integer.compare(from, other.from);
        }
    }

    /** Reads a whole report, whose first token is the current one. */
    static Header read(Reading reading) throws IOException {
        var header = new Header();
        var parser = reading.parser();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            var field = Field.named(name);
            if (field == null) {
                parser.skipChildren();
            } else {
                header.readMember(field, reading);
            }
        }
        header.end = (int) parser.currentTokenLocation().getByteOffset();
        header.checkRequired(reading);
        return header;
    }

    private void readMember(Field field, Reading reading) throws IOException {
        var parser = reading.parser();
        if (saysNothing(field, parser)) {
            int from = (int) parser.currentTokenLocation().getByteOffset();
            parser.finishToken();
            blanks.put(field, new Span(from, (int) parser.currentLocation().getByteOffset()));
            return;
        }
        present.add(field);
        if (reading.is(JsonToken.VALUE_STRING)) {
            texts.put(field, parser.getText());
        }
        field.rule().check(reading);
    }

    private static boolean saysNothing(Field field, JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return true;
        }
        if (!COMPLETED.contains(field) || parser.currentToken() != JsonToken.VALUE_STRING) {
            return false;
        }
        return parser.getText().isBlank() || (field == ID && parser.getText().equals(Ids.NIL.toString()));
    }

    private void checkRequired(Reading reading) {
        var required = EnumSet.copyOf(ALWAYS_REQUIRED);
        var type = text(TYPE).orElse("");
        if (type.equals("T")) {
            required.add(ROOT);
        } else if (type.equals("R")) {
            required.add(UUR);
            required.add(SUB_UNITS);
            reading.addRepairFaults();
        }
        required.removeAll(present);
        required.forEach(field -> reading.missing(field.member()));
    }

    boolean has(Field field) {
        return present.contains(field);
    }

    Optional<String> text(Field field) {
        return Optional.ofNullable(texts.get(field));
    }

    /** Where a member stands that is there but says nothing. */
    Optional<Span> blank(Field field) {
        return Optional.ofNullable(blanks.get(field));
    }

    /** The offset of the closing brace. */
    int end() {
        return end;
    }
}
