package dev.sightglass.health;

/** Something that has a state of health. Reading it never waits. */
sealed interface Component permits ScheduledCheck, Progress, ProgressGroup, StartupStep, DrainSwitch {

    String name();

    ComponentHealth snapshot(Moment now);
}
