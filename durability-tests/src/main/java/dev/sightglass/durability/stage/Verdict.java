package dev.sightglass.durability.stage;

import java.io.PrintStream;
import java.util.List;

/** The end of a long form: what was found, and the exit code. */
public final class Verdict {

    private Verdict() {}

    /**
     * Prints what is wrong, or that nothing is.
     *
     * @param faults in words
     * @return the exit code
     */
    public static int of(List<String> faults, PrintStream out) {
        faults.forEach(fault -> out.println("WRONG: " + fault));
        out.println(faults.isEmpty() ? "Nothing is lost, nothing is doubled, nothing is left over." : "FAILED");
        return faults.isEmpty() ? 0 : 1;
    }
}
