package dev.sightglass.client.report;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The described members at the top of a report. */
enum Field {
    TYPE("type"), ID("id"), PART_NUMBER("pn"), SERIAL_NUMBER("sn"), REVISION("rev"), PROCESS_CODE("processCode"),
    PROCESS_NAME("processName"), RESULT("result"), MACHINE_NAME("machineName"), LOCATION("location"),
    PURPOSE("purpose"), START("start"), START_UTC("startUTC"), UUT("uut"), UUR("uur"), ROOT("root"),
    MISC_INFOS("miscInfos"), SUB_UNITS("subUnits"), ASSETS("assets"), BINARY_DATA("binaryData"),
    ADDITIONAL_DATA("additionalData");

    private static final Map<String, Field> BY_MEMBER =
        Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Field::member, Function.identity()));

    private final String member;

    Field(String member) {
        this.member = member;
    }

    static @Nullable Field named(String member) {
        return BY_MEMBER.get(member);
    }

    String member() {
        return member;
    }

    Rule rule() {
        return switch (this) {
            case TYPE -> HeaderRules.TYPE;
            case ID -> Values.GUID;
            case PART_NUMBER, SERIAL_NUMBER, REVISION -> HeaderRules.IDENTITY;
            case MACHINE_NAME, LOCATION, PURPOSE, PROCESS_NAME -> HeaderRules.NAME;
            case PROCESS_CODE -> HeaderRules.PROCESS_CODE;
            case RESULT -> HeaderRules.RESULT;
            case START -> HeaderRules.START;
            case START_UTC -> HeaderRules.START_UTC;
            case UUT -> HeaderRules.UUT;
            case UUR -> HeaderRules.UUR;
            case ROOT -> StepRules.STEP;
            case MISC_INFOS -> HeaderRules.MISC_INFOS;
            case SUB_UNITS -> HeaderRules.SUB_UNITS;
            case ASSETS -> HeaderRules.ASSETS;
            case BINARY_DATA -> HeaderRules.BINARY_DATA;
            case ADDITIONAL_DATA -> HeaderRules.ADDITIONAL_DATA;
        };
    }
}
