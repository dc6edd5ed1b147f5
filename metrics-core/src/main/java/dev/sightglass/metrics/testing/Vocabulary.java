package dev.sightglass.metrics.testing;

import dev.sightglass.metrics.HistogramDeclaration;
import dev.sightglass.metrics.HistogramMode;
import dev.sightglass.metrics.InfoDeclaration;
import dev.sightglass.metrics.Label;
import dev.sightglass.metrics.LabelBound;
import dev.sightglass.metrics.MetricDeclaration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Every name of a series that declarations allow, with the labels that it carries and the values that these can take. */
record Vocabulary(String namespace, Map<String, Map<String, Set<String>>> valuesBySeries,
    Map<String, String> familyBySeries, Set<String> families) {
    /** Of a label whose values nobody can list. */
    private static final Set<String> ANY = Set.of();

    static Vocabulary of(String namespace, List<MetricDeclaration> declarations) {
        Map<String, Map<String, Set<String>>> values = new HashMap<>();
        Map<String, String> families = new HashMap<>();
        Set<String> all = new TreeSet<>();
        for (MetricDeclaration declaration : declarations) {
            String family = namespace + "_" + declaration.familyName();
            all.add(family);
            for (String series : series(namespace, declaration)) {
                Map<String, Set<String>> labels = new TreeMap<>();
                declaration.labels().forEach(label -> labels.put(label.name(), values(declaration, label)));
                if (series.endsWith("_bucket")) {
                    labels.put("le", ANY);
                }
                values.put(series, labels);
                families.put(series, family);
            }
        }
        return new Vocabulary(namespace, values, families, all);
    }

    private static Set<String> values(MetricDeclaration declaration, Label label) {
        if (declaration instanceof InfoDeclaration || label.bound() instanceof LabelBound.Open) {
            return ANY;
        }
        Set<String> all = new TreeSet<>(label.bound().known());
        all.add(LabelBound.OTHER);
        return all;
    }

    /** The labels of a series, or null if there is no such series. */
    @Nullable
    Set<String> labels(String series) {
        Map<String, Set<String>> labels = valuesBySeries.get(series);
        return labels == null ? null : labels.keySet();
    }

    /** Whether a label of a series can ever have this value. */
    boolean canBe(String series, String label, String value) {
        Set<String> values = valuesBySeries.getOrDefault(series, Map.of()).getOrDefault(label, ANY);
        return values.isEmpty() || values.contains(value);
    }

    /** Whether any metric has this label. */
    boolean hasLabel(String label) {
        return valuesBySeries.values().stream().anyMatch(labels -> labels.containsKey(label));
    }

    private static Set<String> series(String namespace, MetricDeclaration declaration) {
        String name = namespace + "_" + declaration.seriesName();
        if (!(declaration instanceof HistogramDeclaration histogram)) {
            return Set.of(name);
        }
        Set<String> series = new HashSet<>(Set.of(name + "_bucket", name + "_sum", name + "_count"));
        if (histogram.mode() != HistogramMode.CLASSIC) {
            // A native histogram is queried by the family's own name.
            series.add(name);
        }
        return series;
    }

    /** The declared name that is most like a wrong one, for the error message. */
    String nearest(String wrong) {
        String best = "";
        int longest = -1;
        for (String series : new TreeSet<>(valuesBySeries.keySet())) {
            int common = 0;
            while (common < Math.min(series.length(), wrong.length())
                && series.charAt(common) == wrong.charAt(common)) {
                common++;
            }
            if (common > longest) {
                longest = common;
                best = series;
            }
        }
        return best;
    }
}
