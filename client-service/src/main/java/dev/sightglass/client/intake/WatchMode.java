package dev.sightglass.client.intake;

/** How a folder learns of new files. A rescan runs in either mode. */
public enum WatchMode {
    /** From the file system's events. */
    EVENTS,
    /** From rescans only: network shares send no events, or send them when they like. */
    POLLING
}
