package dev.sightglass.metrics;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The rules that every declaration keeps, with errors that name the metric and the way out. */
final class DeclarationRules {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");
    private static final Set<String> RESERVED = Set.of("total", "info", "bucket", "sum", "count", "created");

    private DeclarationRules() {}

    static void check(String name, MetricUnit unit, String help, List<Label> labels) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("metric name: must match " + NAME + ". Found: " + name);
        }
        String last = name.substring(name.lastIndexOf('_') + 1);
        if (RESERVED.contains(last) || (unit != MetricUnit.NONE && last.equals(unit.suffix()))) {
            throw new IllegalArgumentException("metric " + name + ": must not end in _" + last
                + ", which is added from its type or unit. Leave the suffix out");
        }
        if (help.isBlank()) {
            throw new IllegalArgumentException("metric " + name + ": needs a help text that says what it means");
        }
        Set<String> seen = new HashSet<>();
        for (Label label : labels) {
            if (!seen.add(label.name())) {
                throw new IllegalArgumentException("metric " + name + ": label " + label.name() + " is given twice");
            }
        }
    }

    static void checkBounds(String name, HistogramMode mode, List<Double> bounds) {
        if ((mode == HistogramMode.NATIVE) != bounds.isEmpty()) {
            throw new IllegalArgumentException("histogram " + name + ": classic bounds belong to CLASSIC and "
                + "CLASSIC_AND_NATIVE, and only to them. Found: " + mode + " with " + bounds);
        }
        double previous = Double.NEGATIVE_INFINITY;
        for (double bound : bounds) {
            if (!(bound > previous) || Double.isInfinite(bound)) {
                throw new IllegalArgumentException(
                    "histogram " + name + ": bounds must ascend and be finite. Found: " + bounds);
            }
            previous = bound;
        }
    }
}
