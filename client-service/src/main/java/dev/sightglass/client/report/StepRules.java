package dev.sightglass.client.report;

import java.io.IOException;

/** What a step has to be. Types of steps that nobody described pass as they are. */
final class StepRules {

    private static final Rule STATUS = Values.word("P", "F", "S", "D", "E", "T");

    private static final Shape LOOP = Shape.builder().optional("idx", Values.WHOLE).optional("num", Values.WHOLE)
        .optional("endingIndex", Values.WHOLE).optional("passed", Values.WHOLE).optional("failed", Values.WHOLE)
        .build();

    private static final Shape SEQUENCE_CALL = Shape.builder().optional("path", Values.text(500))
        .optional("name", Values.text(200)).optional("version", Values.text(30)).build();

    private static final Shape NUMERIC = Shape.builder().optional("name", Values.text(100)).optional("status", STATUS)
        .optional("value", Values.MEASURED).optional("unit", Values.text(50)).kept("compOp", Values.TEXT)
        .optional("lowLimit", Values.MEASURED).optional("highLimit", Values.MEASURED).closing(Limits::check).build();

    private static final Shape BOOLEAN =
        Shape.builder().optional("name", Values.text(100)).optional("status", STATUS).build();

    private static final Shape STRING =
        Shape.builder().optional("name", Values.text(100)).optional("status", STATUS).optional("value", Values.TEXT)
            .optional("compOp", Limits.COMPARISON)
            .optional("limit", Values.TEXT).build();

    private static final Shape SERIES =
        Shape.builder().optional("dataType", Values.TEXT).optional("name", Values.text(100))
            .kept("xdata", ChartPoints.RULE).kept("ydata", ChartPoints.RULE).closing(ChartPoints::check).build();

    private static final Shape CHART = Shape.builder()
        .optional("chartType", Values.word("LINE", "LINELOGXY", "LINELOGX", "LINELOGY"))
        .optional("label", Values.text(100)).optional("xLabel", Values.text(100)).optional("xUnit", Values.text(50))
        .optional("yLabel", Values.text(100)).optional("yUnit", Values.text(50))
        .optional("series", Values.listOf(SERIES)).build();

    static final Shape ATTACHMENT = Shape.builder().optional("name", Values.text(256))
        .optional("contentType", Values.text(100)).optional("description", Values.text(500))
        .optional("data", Values.TEXT).build();

    /** A step holds steps, so the shape has to reach itself. */
    static final Rule STEP = StepRules::checkStep;

    private static final Shape STEP_SHAPE = Shape.builder().optional("id", Values.NUMBER_OR_TEXT)
        .required("stepType", Values.filled(Integer.MAX_VALUE)).optional("name", Values.text(100))
        .optional("group", Values.word("S", "M", "C")).optional("status", STATUS).optional("start", Values.TEXT)
        .optional("totTime", Values.NUMBER).optional("errorCode", Values.WHOLE).optional("errorMessage", Values.TEXT)
        .optional("reportText", Values.TEXT).optional("causedSeqFailure", Values.FLAG)
        .optional("causedUUTFailure", Values.FLAG).optional("loop", LOOP).optional("seqCall", SEQUENCE_CALL)
        .optional("steps", Values.listOf(STEP)).optional("numericMeas", Values.listOf(NUMERIC))
        .optional("booleanMeas", Values.listOf(BOOLEAN)).optional("stringMeas", Values.listOf(STRING))
        .optional("chart", CHART).optional("attachment", ATTACHMENT)
        .optional("callExe", Shape.builder().optional("exitCode", Values.NUMBER).build())
        .optional("messagePopup",
            Shape.builder().optional("response", Values.TEXT).optional("button", Values.WHOLE).build())
        .build();

    private StepRules() {}

    private static void checkStep(Reading reading) throws IOException {
        STEP_SHAPE.check(reading);
    }
}
