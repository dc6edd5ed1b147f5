package dev.sightglass.simulator;

import java.util.List;

/**
 * A test or repair operation that the server knows; a report names one by its code.
 *
 * @param code the number that reports carry as {@code processCode}
 * @param name the name that people see
 * @param repair whether repair reports use it; otherwise test reports do
 */
public record WatsProcess(int code, String name, boolean repair) {

    /** The operations of a server nobody has configured; the codes are the usual defaults of WATS converters. */
    public static List<WatsProcess> defaults() {
        return List.of(test(10, "SW Debug"), test(20, "In-circuit test"), test(30, "Board function test"),
            test(31, "Flying probe"), test(100, "Final function test"), test(210, "Boundary scan"),
            new WatsProcess(500, "Repair", true), test(700, "Acoustic test"));
    }

    private static WatsProcess test(int code, String name) {
        return new WatsProcess(code, name, false);
    }
}
