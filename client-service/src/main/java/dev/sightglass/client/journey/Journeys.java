package dev.sightglass.client.journey;

import java.util.List;
import java.util.Optional;

/** Answers "where is my report?". Thread-safe; always reads the store. */
public interface Journeys {

    /**
     * Finds what happened to a source or a report.
     *
     * @param id a correlation id or a report id
     * @return the journeys of the sources that bear the id or brought the report, oldest first; empty when nothing is known
     */
    List<Journey> find(String id);

    /**
     * Lists reports, newest first.
     *
     * @param state only those in this state; empty for all
     * @param limit how many at most
     * @return the reports
     */
    List<ReportJourney> newest(Optional<String> state, int limit);
}
