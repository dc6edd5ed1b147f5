package dev.sightglass.health;

/** Something that has a state of health. Reading it never waits. */
sealed interface Component permits ScheduledCheck, Progress, ProgressGroup, StartupStep, DrainSwitch {

    String name();

    /** The state at {@code now} of the monotonic clock. */
    ComponentHealth snapshot(long now);
}
