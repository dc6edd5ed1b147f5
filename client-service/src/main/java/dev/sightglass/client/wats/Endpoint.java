package dev.sightglass.client.wats;

/** The endpoints that this client uses, with the method that they are mostly used with. Metrics carry the path as a label. */
public enum Endpoint {

    SUBMIT_WSJF("POST", "/api/Report/WSJF"), VERSION("GET", "/api/App/Version"), PROCESSES("GET", "/api/App/Processes"),
    PRODUCT("GET", "/api/Product");

    private final String method;
    private final String path;

    Endpoint(String method, String path) {
        this.method = method;
        this.path = path;
    }

    String method() {
        return method;
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
