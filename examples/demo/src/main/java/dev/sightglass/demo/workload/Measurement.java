package dev.sightglass.demo.workload;

/** One thing that a test found out. */
sealed interface Measurement {

    String name();

    boolean passed();

    /** A number inside limits, in thousandths of its unit: decimal places stay exact and printing them is cheap. */
    record Numeric(String name, boolean passed, long value, long low, long high, String unit) implements Measurement {}

    /** A yes or no. */
    record PassFail(String name, boolean passed) implements Measurement {}

    /** A text that had to be a certain text. */
    record Text(String name, boolean passed, String value, String limit) implements Measurement {}
}
