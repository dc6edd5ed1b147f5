package dev.sightglass.simulator;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A value in the head of a report that the vendor requires, with its names in both formats. */
enum HeaderField {

    TYPE("type", "type"),
    ID("id", "ID"),
    PN("pn", "PN"),
    SN("sn", "SN"),
    REV("rev", "Rev"),
    PROCESS("processCode", "Process/@Code"),
    RESULT("result", "Result"),
    MACHINE("machineName", "MachineName"),
    LOCATION("location", "Location"),
    PURPOSE("purpose", "Purpose"),
    START("start", "Start"),
    START_UTC("startUTC", "Start_utc");

    static final Map<String, HeaderField> BY_JSON = Stream.of(values())
        .collect(Collectors.toUnmodifiableMap(HeaderField::json, Function.identity()));
    static final Map<String, HeaderField> BY_XML = Stream.of(values())
        .collect(Collectors.toUnmodifiableMap(HeaderField::xml, Function.identity()));

    private final String json;
    private final String xml;

    HeaderField(String json, String xml) {
        this.json = json;
        this.xml = xml;
    }

    String json() {
        return json;
    }

    String xml() {
        return xml;
    }

    boolean isText() {
        return switch (this) {
            case PN, SN, REV, MACHINE, LOCATION, PURPOSE -> true;
            case TYPE, ID, PROCESS, RESULT, START, START_UTC -> false;
        };
    }
}
