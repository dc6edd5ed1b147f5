package dev.sightglass.demo.workload;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The kinds of good files. */
public enum FileKind {

    /** One test in WSJF, about 2 KB. */
    WSJF("wsjf", "json", 40),
    /** One test in WSJF, about 97 KB: many steps, charts, loops. */
    WSJF_LARGE("wsjf", "json", 2),
    /** One repair in WSJF. */
    WSJF_REPAIR("wsjf", "json", 3),
    /** One test in WSXF. */
    WSXF("wsxf", "xml", 12),
    /** Several tests in one WSXF document. */
    WSXF_SEVERAL("wsxf", "xml", 5),
    /** One repair in WSXF. */
    WSXF_REPAIR("wsxf", "xml", 2),
    /** One test in the tab-delimited text format. */
    WSTF("wstf", "txt", 10),
    /** Several tests in the tab-delimited text format. */
    WSTF_SEVERAL("wstf", "txt", 4),
    /** One test in CSV, a row for each measurement. */
    CSV("csv", "csv", 10),
    /** Several tests in CSV, told apart by their serial numbers. */
    CSV_SEVERAL("csv", "csv", 4),
    /** One test in IEEE 1636.1. */
    ATML("atml", "xml", 8);

    private static final Charset WSTF_CHARSET = Charset.forName("windows-1252");

    private final String folderKey;
    private final String extension;
    private final int weight;

    FileKind(String folderKey, String extension, int weight) {
        this.folderKey = folderKey;
        this.extension = extension;
        this.weight = weight;
    }

    /** The drop folder that takes this kind. */
    public String folderKey() {
        return folderKey;
    }

    String extension() {
        return extension;
    }

    int weight() {
        return weight;
    }

    boolean hasSeveralReports() {
        return switch (this) {
            case WSXF_SEVERAL, WSTF_SEVERAL, CSV_SEVERAL -> true;
            case WSJF, WSJF_LARGE, WSJF_REPAIR, WSXF, WSXF_REPAIR, WSTF, CSV, ATML -> false;
        };
    }

    /** The vendor's default code page for its text format is 1252; everything else is UTF-8. */
    Charset charset() {
        return folderKey.equals("wstf") ? WSTF_CHARSET : StandardCharsets.UTF_8;
    }
}
