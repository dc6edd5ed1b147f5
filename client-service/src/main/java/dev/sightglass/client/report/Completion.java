package dev.sightglass.client.report;

import java.util.List;

/** What came of completing a report. */
public sealed interface Completion {

    /**
     * The report can go out.
     *
     * @param report the completed report
     */
    record Complete(CompletedReport report) implements Completion {}

    /**
     * The report cannot go out.
     *
     * @param faults everything that is wrong, in document order; at least one
     */
    record Invalid(List<Fault> faults) implements Completion {

        /** Copies the list. */
        public Invalid {
            faults = List.copyOf(faults);
        }
    }
}
