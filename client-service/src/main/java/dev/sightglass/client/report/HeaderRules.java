package dev.sightglass.client.report;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** What the parts of a report beside its steps have to be. */
final class HeaderRules {

    static final Rule TYPE = Values.letter("T", "R");

    static final Rule IDENTITY = Values.filled(100);

    static final Rule NAME = Values.text(100);

    /** The vendor lists P, F, E and T for a report; S and D are letters of steps that exporters put here too. */
    static final Rule RESULT = Values.letter("P", "F", "E", "T", "D", "S");

    /** Required of every report, so no text that merely spells a number. */
    static final Rule PROCESS_CODE = reading -> {
        if (!reading.parser().currentToken().isNumeric() || !Numbers.isWhole(reading.parser())) {
            reading.expected("the whole number of a test operation that the server knows");
        }
    };

    static final Rule START = reading -> {
        if (!reading.is(JsonToken.VALUE_STRING) || ReportTime.parse(reading.parser().getText()).isEmpty()) {
            reading.expected("an ISO 8601 time with its offset, such as 2026-03-02T09:15:00.000+01:00");
        }
    };

    static final Rule START_UTC = reading -> {
        if (!reading.is(JsonToken.VALUE_STRING) || ReportTime.parseUtc(reading.parser().getText()).isEmpty()) {
            reading.expected("an ISO 8601 time in UTC, such as 2026-03-02T08:15:00.000Z");
        }
    };

    static final Shape UUT = Shape.builder().optional("user", Values.text(100)).optional("comment", Values.text(5000))
        .optional("execTime", Values.NUMBER).optional("fixtureId", Values.text(100))
        .optional("testSocketIndex", Values.WHOLE).optional("errorCode", Values.WHOLE)
        .optional("errorMessage", Values.TEXT).optional("batchSN", Values.text(100))
        .optional("batchFailCount", Values.WHOLE).optional("batchLoopIndex", Values.WHOLE)
        .optional("stepIdCausedUUTFailure", Values.WHOLE).build();

    static final Shape UUR = Shape.builder().optional("user", Values.text(100)).optional("comment", Values.text(5000))
        .optional("execTime", Values.NUMBER).optional("processCode", Values.WHOLE).optional("refUUT", Values.GUID)
        .optional("confirmDate", Values.TEXT).optional("finalizeDate", Values.TEXT).build();

    static final Rule MISC_INFOS = Values.listOf(Shape.builder().required("description", Values.filled(100))
        .optional("text", Values.text(100)).optional("numeric", Values.NUMBER).optional("typedef", Values.text(30))
        .build());

    static final Rule ASSETS = Values.listOf(
        Shape.builder().required("sn", Values.filled(100)).optional("usageCount", Values.WHOLE).build());

    static final Rule BINARY_DATA = Values.listOf(StepRules.ATTACHMENT);

    static final Rule ADDITIONAL_DATA =
        Values.listOf(Shape.builder().optional("name", Values.text(200)).build());

    static final Rule SUB_UNITS = HeaderRules::checkSubUnits;

    private static final Shape FAILURE = Shape.builder().required("category", Values.filled(Integer.MAX_VALUE))
        .required("code", Values.filled(Integer.MAX_VALUE)).optional("comment", Values.TEXT)
        .optional("refStepId", Values.WHOLE).build();

    private HeaderRules() {}

    private static void checkSubUnits(Reading reading) throws IOException {
        if (!reading.is(JsonToken.START_ARRAY)) {
            reading.expected("an array");
            return;
        }
        var units = new SubUnits();
        while (reading.parser().nextToken() != JsonToken.END_ARRAY) {
            units.shape.check(reading);
        }
        units.close(reading);
    }

    /** The main unit of a repair is the sub-unit whose index is 0; without it the server does not know what was repaired. */
    private static final class SubUnits {

        private final Shape shape = Shape.builder().required("pn", Values.filled(100))
            .required("sn", Values.filled(100)).optional("rev", Values.text(100)).optional("partType", Values.text(50))
            .optional("position", Values.NUMBER_OR_TEXT).kept("idx", Values.WHOLE).optional("parentIdx", Values.WHOLE)
            .optional("replacedIdx", Values.WHOLE).optional("failures", Values.listOf(FAILURE))
            .closing(this::noteIndex).build();
        private boolean hasMain;

        private void noteIndex(Reading reading, Shape.Seen seen) {
            hasMain |= seen.text("idx").equals("0");
            if (!seen.has("idx")) {
                reading.missingInRepair("idx", "is required in a repair; the main unit has 0");
            }
        }

        private void close(Reading reading) {
            if (!hasMain) {
                reading.missingInRepair("0", "expected the main unit, whose idx is 0. Found: no such unit");
            }
        }
    }
}
