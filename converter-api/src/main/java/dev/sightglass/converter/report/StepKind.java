package dev.sightglass.converter.report;

/** What the server calls a step, which depends on what it holds. */
record StepKind(String single, String multiple, String charted) {

    static final StepKind SEQUENCE = other("SequenceCall");
    static final StepKind NUMERIC = new StepKind("ET_NLT", "ET_MNLT", "WATS_XYGMNLT");
    static final StepKind PASS_FAIL = new StepKind("ET_PFT", "ET_MPFT", "ET_PFT");
    static final StepKind TEXT = new StepKind("ET_SVT", "ET_MSVT", "ET_SVT");

    static StepKind other(String type) {
        return new StepKind(type, type, type);
    }

    String type(boolean several, boolean hasChart) {
        if (hasChart && equals(NUMERIC)) {
            return charted;
        }
        return several ? multiple : single;
    }

    static String member(Measurement measurement) {
        if (measurement instanceof Measurement.Numeric) {
            return "numericMeas";
        }
        return measurement instanceof Measurement.PassFail ? "booleanMeas" : "stringMeas";
    }
}
