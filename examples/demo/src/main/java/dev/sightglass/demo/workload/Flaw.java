package dev.sightglass.demo.workload;

import static dev.sightglass.demo.workload.FileKind.ATML;
import static dev.sightglass.demo.workload.FileKind.CSV;
import static dev.sightglass.demo.workload.FileKind.WSJF;
import static dev.sightglass.demo.workload.FileKind.WSTF;
import static dev.sightglass.demo.workload.FileKind.WSXF;

import java.util.List;

/** What can be wrong with a broken file. */
public enum Flaw {

    EMPTY("the file is empty"),
    TRUNCATED("the file ends half way"),
    TOO_DEEP("the JSON is nested 10,000 levels deep"),
    DUPLICATE_KEY("the serial number stands there twice, with two values"),
    EXTERNAL_ENTITY("a document type declaration names an external entity"),
    ENTITY_BOMB("a document type declaration defines entities that unfold to billions"),
    ZIP("it is a zip archive, not text"),
    NO_SERIAL_NUMBER("there is no serial number"),
    NO_PART_NUMBER("there is no part number"),
    UNKNOWN_RESULT("the result is no known one"),
    NOT_UTF8("the bytes are not valid UTF-8");

    private final String why;

    Flaw(String why) {
        this.why = why;
    }

    /** What is wrong, for people. */
    public String why() {
        return why;
    }

    /** The kinds of files that can have it. */
    List<FileKind> kinds() {
        return switch (this) {
            case EMPTY -> List.of(WSJF, WSXF, WSTF, CSV, ATML);
            case TRUNCATED -> List.of(WSJF, WSXF, ATML);
            case TOO_DEEP, DUPLICATE_KEY -> List.of(WSJF);
            case EXTERNAL_ENTITY, ENTITY_BOMB -> List.of(WSXF, ATML);
            case ZIP -> List.of(WSJF, WSTF, CSV);
            case NO_SERIAL_NUMBER -> List.of(WSJF, WSXF, WSTF, CSV);
            case NO_PART_NUMBER, UNKNOWN_RESULT, NOT_UTF8 -> List.of(WSJF, WSXF);
        };
    }
}
