package dev.sightglass.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Says exactly how two declarations of one name differ. */
final class Conflicts {
    private Conflicts() {}

    static MetricConflictException between(String name, MetricDeclaration first, MetricDeclaration second) {
        List<String> differences = new ArrayList<>();
        differ(differences, "type", first.type(), second.type());
        differ(differences, "unit", first.unit(), second.unit());
        differ(differences, "help", first.help(), second.help());
        differ(differences, "label names", first.labelNames(), second.labelNames());
        if (first.labelNames().equals(second.labelNames())) {
            for (int i = 0; i < first.labels().size(); i++) {
                Label label = first.labels().get(i);
                differ(differences, "bound of label " + label.name(), label.bound(), second.labels().get(i).bound());
            }
        }
        if (first instanceof HistogramDeclaration one && second instanceof HistogramDeclaration two) {
            differ(differences, "buckets", one.mode(), two.mode());
            differ(differences, "bounds", one.bounds(), two.bounds());
        }
        return new MetricConflictException("metric " + name + ": declared twice and not alike. "
            + String.join("; ", differences) + ". Share one declaration, or choose another name");
    }

    private static void differ(List<String> differences, String what, Object first, Object second) {
        if (!Objects.equals(first, second)) {
            differences.add(what + ": registered " + first + ", found " + second);
        }
    }
}
