package dev.sightglass.health;

/** The questions that an orchestrator asks. */
public enum Probe {

    /** Does the process get on with its work? If not, a restart helps. Only our own progress belongs here. */
    LIVE("live"),

    /** Can it take work? If not, send none for now. Nothing that another party owns belongs here. */
    READY("ready"),

    /** Has it finished starting? Once true it stays true. */
    STARTED("started");

    private final String label;

    Probe(String label) {
        this.label = label;
    }

    /**
     * The last segment of the probe's path.
     *
     * @return a lower-case word
     */
    public String label() {
        return label;
    }
}
