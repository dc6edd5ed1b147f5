package dev.sightglass.client.convert.wstf;

import dev.sightglass.converter.InvalidSourceException;
import java.util.ArrayList;
import java.util.List;

/** One line of the file, cut at its tabs. */
record Line(int number, List<String> cells) {

    static List<Line> of(String text) {
        var lines = new ArrayList<Line>();
        int number = 0;
        for (var line : text.split("\r\n|\n|\r", -1)) {
            number++;
            if (!line.isBlank()) {
                lines.add(new Line(number, List.of(line.split("\t", -1))));
            }
        }
        return lines;
    }

    /** A cell without white space around it; empty when the line has fewer. */
    String cell(int index) {
        return index < cells.size() ? cells.get(index).strip() : "";
    }

    InvalidSourceException wrong(String problem) {
        return new InvalidSourceException("line " + number + ": " + problem);
    }
}
