package dev.sightglass.client.report;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with one report, in document order, and no more of it than a person wants to read. */
final class Faults {

    static final int LIMIT = 100;

    /** Nesting that is itself the fault makes a path of thousands of characters. */
    private static final int LONGEST_PATH = 200;

    private final List<Fault> faults = new ArrayList<>();
    private int dropped;

    void add(String path, String problem) {
        if (faults.size() < LIMIT) {
            faults
                .add(new Fault(path.length() > LONGEST_PATH ? path.substring(0, LONGEST_PATH) + "..." : path, problem));
        } else {
            dropped++;
        }
    }

    boolean isEmpty() {
        return faults.isEmpty();
    }

    List<Fault> list() {
        if (dropped == 0) {
            return List.copyOf(faults);
        }
        var all = new ArrayList<>(faults);
        all.add(new Fault("", "and " + dropped + " more"));
        return all;
    }
}
