package dev.sightglass.simulator;

import java.util.List;

/** What the checks say about a body. */
sealed interface Verdict {

    /** The body is valid and holds these reports. */
    record Accepted(List<ReportHeader> reports) implements Verdict {}

    /** The body is not valid, for all of these reasons. */
    record Refused(List<String> faults) implements Verdict {}
}
