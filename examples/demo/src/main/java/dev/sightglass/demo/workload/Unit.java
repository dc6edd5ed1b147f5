package dev.sightglass.demo.workload;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/**
 * One unit on one bench, once.
 *
 * @param id the report's id, for formats that carry one
 * @param serialNumber different for every unit of a workload
 * @param product what it is
 * @param revision which revision of it
 * @param station the bench
 * @param operator who ran the test
 * @param batch the lot
 * @param start when the test began
 * @param duration how long it took
 * @param measurements what was found
 */
record Unit(UUID id, String serialNumber, Product product, String revision, String station, String operator,
    String batch,
    OffsetDateTime start, Duration duration, List<Measurement> measurements) {

    static final String LOCATION = "Oslo";
    static final String PURPOSE = "Production";

    boolean passed() {
        return measurements.stream().allMatch(Measurement::passed);
    }

    String seconds() {
        return Decimals.thousandths(duration.toMillis());
    }
}
