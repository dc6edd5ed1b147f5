package dev.sightglass.client.convert.csv;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** What a column can mean, with the titles that are looked for unless a folder maps others. */
enum Field {
    SERIAL_NUMBER("serial-number", "serial_number|sn"), PART_NUMBER("part-number", "part_number|pn"),
    REVISION("revision", "revision|rev"), STATION("station", "station"), OPERATOR("operator", "operator|user"),
    BATCH("batch", "batch|batch_number"), PROCESS("process", "process|process_code"), START("start", "start|timestamp"),
    RESULT("result", "result"), TEST_NAME("test-name", "test_name|name"), VALUE("value", "value"),
    UNIT("unit", "unit"), LOW_LIMIT("low-limit", "low_limit"), HIGH_LIMIT("high-limit", "high_limit"),
    COMPARISON("comparison", "comparison|comp_op"), STATUS("status", "status"), GROUP("group", "group");

    private final String key;
    private final String titles;

    Field(String key, String titles) {
        this.key = key;
        this.titles = titles;
    }

    /** The name under which a folder maps the field. */
    String key() {
        return key;
    }

    static Map<String, String> usualTitles() {
        return Arrays.stream(values()).collect(Collectors.toMap(Field::key, field -> field.titles));
    }
}
