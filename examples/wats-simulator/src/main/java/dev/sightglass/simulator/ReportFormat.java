package dev.sightglass.simulator;

/** The formats in which a report can be posted. */
public enum ReportFormat {

    /** WATS Standard JSON Format. */
    WSJF("application/json"),
    /** WATS Standard XML Format. */
    WSXF("application/xml");

    private final String mediaType;

    ReportFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    String mediaType() {
        return mediaType;
    }
}
