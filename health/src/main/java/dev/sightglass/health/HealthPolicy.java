package dev.sightglass.health;

import java.net.URI;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

/** The operator's last word on what an application watches. Each method leaves things as the application has them. */
public interface HealthPolicy {

    /** Leaves everything as it is. */
    HealthPolicy NONE = new HealthPolicy() {
    };

    /**
     * Whether a check or watchdog is wanted at all.
     *
     * @param name its name
     * @return false to leave it out
     */
    default boolean isWanted(String name) {
        return true;
    }

    /**
     * How a check is run.
     *
     * @param given as the check has it
     * @return as it will be
     */
    default CheckSpec spec(CheckSpec given) {
        return given;
    }

    /**
     * How long a watchdog's loop may stand still.
     *
     * @param name the watchdog's name
     * @param given as the loop has it
     * @return as it will be; positive
     */
    default Duration limit(String name, Duration given) {
        return given;
    }

    /**
     * Where a person reads on about a component that names no page of its own.
     *
     * @param name the component's name
     * @return the link, or null for none
     */
    default @Nullable URI runbook(String name) {
        return null;
    }
}
