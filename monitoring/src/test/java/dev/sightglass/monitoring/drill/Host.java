package dev.sightglass.monitoring.drill;

/** This machine, as containers see it. */
final class Host {

    static final String NAME = "host.docker.internal";
    /** What Docker puts in the place of the address. */
    static final String GATEWAY = "host-gateway";

    private Host() {}
}
