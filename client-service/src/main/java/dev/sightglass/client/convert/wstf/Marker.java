package dev.sightglass.client.convert.wstf;

import java.util.Arrays;
import java.util.Optional;

/** The lines between the parts of a unit. */
enum Marker {
    HEADER_START("--Header-Start--"), STEPS_START("--Step-Data-Start--"), STEPS_END("--Step-Data-End--"),
    UNIT_END("--UUT-End--");

    private final String text;

    Marker(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    /** Some test systems put a space inside. */
    static Optional<Marker> of(Line line) {
        var dense = line.cell(0).replace(" ", "");
        return Arrays.stream(values()).filter(marker -> marker.text.equalsIgnoreCase(dense)).findFirst();
    }
}
