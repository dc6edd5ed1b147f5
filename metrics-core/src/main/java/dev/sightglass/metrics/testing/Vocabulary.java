package dev.sightglass.metrics.testing;

import dev.sightglass.metrics.HistogramDeclaration;
import dev.sightglass.metrics.HistogramMode;
import dev.sightglass.metrics.MetricDeclaration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Every name of a series that declarations allow, with the labels that it carries. */
record Vocabulary(String namespace, Map<String, Set<String>> labelsBySeries, Map<String, String> familyBySeries,
    Set<String> families) {
    static Vocabulary of(String namespace, List<MetricDeclaration> declarations) {
        Map<String, Set<String>> labels = new HashMap<>();
        Map<String, String> families = new HashMap<>();
        Set<String> all = new TreeSet<>();
        for (MetricDeclaration declaration : declarations) {
            String family = namespace + "_" + declaration.familyName();
            all.add(family);
            for (String series : series(namespace, declaration)) {
                Set<String> names = new HashSet<>(declaration.labelNames());
                if (series.endsWith("_bucket")) {
                    names.add("le");
                }
                labels.put(series, names);
                families.put(series, family);
            }
        }
        return new Vocabulary(namespace, labels, families, all);
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
        for (String series : new TreeSet<>(labelsBySeries.keySet())) {
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
