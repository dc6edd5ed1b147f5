package dev.sightglass.monitoring.dashboard;

/** Grafana's units, as far as we use them. */
public enum Unit {
    SECONDS("s"), SHARE("percentunit"), REQUESTS_PER_SECOND("reqps"), PER_SECOND("ops"), COUNT("short"), BYTES("bytes"),
    BYTES_PER_SECOND("Bps"),
    DATE("dateTimeAsIso"), NONE("none");

    private final String id;

    Unit(String id) {
        this.id = id;
    }

    /** The name in the JSON model. */
    public String id() {
        return id;
    }
}
