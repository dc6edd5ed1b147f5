package dev.sightglass.health.micronaut;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import dev.sightglass.health.CheckSpec;
import dev.sightglass.health.Hysteresis;
import io.micronaut.context.annotation.EachProperty;
import io.micronaut.context.annotation.Parameter;

/**
 * What the operator wants of one check, under {@code sightglass.health.checks.NAME}. What is not set stays as the check
 * has it.
 *
 * @param name the check's name
 * @param enabled false leaves the check or watchdog out
 * @param interval from the start of one run to the next
 * @param deadline how long a run may take; for a watchdog, how long its loop may stand still
 * @param bad so many bad results make it down
 * @param of among the last so many
 * @param good so many good results in a row bring it back
 */
@EachProperty("sightglass.health.checks")
public record CheckOverride(@Parameter String name, @Nullable Boolean enabled, @Nullable Duration interval,
    @Nullable Duration deadline, @Nullable Integer bad, @Nullable Integer of, @Nullable Integer good) {

    CheckSpec applyTo(CheckSpec spec) {
        var given = spec.hysteresis();
        int newBad = bad == null ? given.bad() : bad;
        int newOf = of == null ? Math.max(given.of(), newBad) : of;
        int newGood = good == null ? given.good() : good;
        var timed = spec.every(interval == null ? spec.interval() : interval)
            .within(deadline == null ? spec.deadline() : deadline);
        return timed.tolerating(new Hysteresis(newBad, newOf, newGood));
    }
}
