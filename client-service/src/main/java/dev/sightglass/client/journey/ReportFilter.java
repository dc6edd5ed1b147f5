package dev.sightglass.client.journey;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Which reports are meant. What is left empty does not limit; what is given must hold together.
 *
 * @param ids only these reports; empty for any
 * @param states only in these states; empty for any
 * @param converter only from this converter
 * @param channel only from this folder, or {@code http}
 * @param name only from sources whose name contains this
 * @param partNumber only of this part number
 * @param serialNumber only of this serial number
 * @param lastStatus only those whose last attempt got this HTTP status
 * @param queuedFrom only those queued then or later
 * @param queuedBefore only those queued earlier
 */
public record ReportFilter(Set<UUID> ids, Set<ReportState> states, Optional<String> converter, Optional<String> channel,
    Optional<String> name, Optional<String> partNumber, Optional<String> serialNumber, Optional<Integer> lastStatus,
    Optional<Instant> queuedFrom, Optional<Instant> queuedBefore) {

    /** Every report. */
    public static final ReportFilter ALL = new ReportFilter(Set.of(), Set.of(), Optional.empty(), Optional.empty(),
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Copies the sets. */
    public ReportFilter {
        ids = Set.copyOf(ids);
        states = Set.copyOf(states);
    }

    /**
     * One report.
     *
     * @param id its id
     * @return a filter
     */
    public static ReportFilter one(UUID id) {
        return ALL.withIds(Set.of(id));
    }

    /**
     * All reports in a state.
     *
     * @param first the state
     * @param more further states
     * @return a filter
     */
    public static ReportFilter in(ReportState first, ReportState... more) {
        return ALL.withStates(EnumSet.of(first, more));
    }

    /**
     * The same with other ids.
     *
     * @param others only these reports
     * @return a filter
     */
    public ReportFilter withIds(Set<UUID> others) {
        return new ReportFilter(others, states, converter, channel, name, partNumber, serialNumber, lastStatus,
            queuedFrom, queuedBefore);
    }

    /**
     * The same with other states.
     *
     * @param others only these states
     * @return a filter
     */
    public ReportFilter withStates(Set<ReportState> others) {
        return new ReportFilter(ids, others, converter, channel, name, partNumber, serialNumber, lastStatus, queuedFrom,
            queuedBefore);
    }
}
