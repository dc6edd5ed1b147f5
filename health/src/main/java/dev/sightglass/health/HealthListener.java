package dev.sightglass.health;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * Hears of every run and every change. Called on the monitor's threads: be quick. What it throws is logged and stops
 * nothing. In a Micronaut application every bean of this type is heard.
 */
public interface HealthListener {

    /**
     * A component is watched from now on.
     *
     * @param name its name
     * @param now reads its state, at any time, from memory
     */
    default void added(String name, Supplier<ComponentHealth> now) {}

    /**
     * A check ran, or its deadline passed.
     *
     * @param component its state now
     * @param took how long it ran
     */
    default void ran(ComponentHealth component, Duration took) {}

    /**
     * A component changed its state.
     *
     * @param before its state until now
     * @param component its state now
     */
    default void changed(ComponentState before, ComponentHealth component) {}

    /**
     * A component is no longer watched.
     *
     * @param name its name
     */
    default void removed(String name) {}
}
