package dev.sightglass.client.report;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonToken;
import dev.sightglass.converter.InvalidSourceException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** One report while it is read: the parser, what is wrong so far, and what is wrong only if this turns out to be a repair. */
final class Reading {

    private final JsonParser parser;
    private final Faults faults;
    private final List<Fault> repairFaults = new ArrayList<>();

    Reading(JsonParser parser, Faults faults) {
        this.parser = parser;
        this.faults = faults;
    }

    JsonParser parser() {
        return parser;
    }

    boolean is(JsonToken token) {
        return parser.currentToken() == token;
    }

    /** Records that the current value is not what it has to be, and steps over it. */
    void expected(String expectation) throws IOException {
        faults.add(path(), "expected " + expectation + ". Found: " + found());
        parser.skipChildren();
    }

    /** Records that the object which ends here lacks a member. */
    void missing(String member) {
        faults.add(path() + "/" + member, "is required");
    }

    void missingInRepair(String member, String why) {
        if (repairFaults.size() <= Faults.LIMIT) {
            repairFaults.add(new Fault(path() + "/" + member, why));
        }
    }

    /** Records a fault of the object or array that ends here, or of the current value. */
    void wrong(String problem) {
        faults.add(path(), problem);
    }

    void addRepairFaults() {
        repairFaults.forEach(fault -> faults.add(fault.path(), fault.problem()));
    }

    String path() {
        var context = parser.getParsingContext();
        boolean opensChild = is(JsonToken.START_OBJECT) || is(JsonToken.START_ARRAY);
        return JsonPointer.forPath(opensChild ? context.getParent() : context, false).toString();
    }

    private String found() throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "an array";
            case VALUE_STRING -> InvalidSourceException.quote(parser.getText());
            default -> parser.getText();
        };
    }
}
