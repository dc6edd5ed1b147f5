package dev.sightglass.client.wats;

/** The endpoints that this client uses, as templates: what metrics carry as a label. */
public enum Endpoint {

    SUBMIT_WSJF("/api/Report/WSJF"), VERSION("/api/App/Version"), PROCESSES("/api/App/Processes"),
    PRODUCT("/api/Product");

    private final String path;

    Endpoint(String path) {
        this.path = path;
    }

    /**
     * The path below the server's address.
     *
     * @return the template
     */
    public String path() {
        return path;
    }
}
