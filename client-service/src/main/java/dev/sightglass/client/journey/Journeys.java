package dev.sightglass.client.journey;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

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
     * Finds what happened to files of one path. Reads the whole ledger: it is for people.
     *
     * @param name the path, as it was when the file was detected
     * @param limit how many at most
     * @return the journeys, newest first
     */
    List<Journey> ofFile(String name, int limit);

    /**
     * Lists reports, newest first.
     *
     * @param filter which
     * @param limit how many at most
     * @return the reports
     */
    List<ReportJourney> list(ReportFilter filter, int limit);

    /**
     * The body of a report, as it goes out.
     *
     * @param id the report's id
     * @return its body; empty when the report is unknown or delivered, for then the server has it and the store no longer does
     */
    Optional<byte[]> body(UUID id);
}
