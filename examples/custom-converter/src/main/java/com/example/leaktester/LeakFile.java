package com.example.leaktester;

import dev.sightglass.converter.InvalidSourceException;
import dev.sightglass.converter.Report;
import dev.sightglass.converter.report.Step;
import dev.sightglass.converter.report.TestReport;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One file of the leak tester.
 *
 * @param facts what is said of the unit, by word
 * @param steps what was measured
 */
record LeakFile(Map<String, String> facts, List<Step> steps) {

    static final String TITLE = "LEAKTEST";

    static LeakFile read(String text) {
        var facts = new HashMap<String, String>();
        var steps = new ArrayList<Step>();
        var lines = text.lines().toList();
        for (int number = 1; number < lines.size(); number++) {
            var words = lines.get(number).strip().split("\\s+");
            if (words.length >= 4) {
                steps.add(Measurement.read(words, number + 1).toStep());
            } else if (words.length == 2) {
                facts.put(words[0], words[1]);
            } else if (!words[0].isEmpty()) {
                throw new InvalidSourceException("line " + (number + 1)
                    + ": must be a word and its value, or a measurement. Found: "
                    + InvalidSourceException.quote(lines.get(number)));
            }
        }
        return new LeakFile(facts, steps);
    }

    /** The service adds what is missing: id, station, times in UTC. */
    Report toReport(int usualProcessCode) {
        var root = Step.sequence("Leak test");
        steps.forEach(root::add);
        return TestReport.of(fact("part"), fact("serial"), facts.getOrDefault("revision", "-"))
            .processCode(facts.containsKey("operation") ? Numbers.whole("operation", fact("operation")) : usualProcessCode)
            .start(started()).operator(facts.getOrDefault("operator", "unknown")).root(root).judge().build();
    }

    private OffsetDateTime started() {
        try {
            return OffsetDateTime.parse(fact("started"));
        } catch (DateTimeParseException wrong) {
            throw new InvalidSourceException(
                "started: must be a time such as 2026-03-02T09:15:00+01:00. Found: "
                    + InvalidSourceException.quote(fact("started")),
                wrong);
        }
    }

    private String fact(String word) {
        var value = facts.get(word);
        if (value == null) {
            throw new InvalidSourceException("there is no line '" + word + "'");
        }
        return value;
    }
}
