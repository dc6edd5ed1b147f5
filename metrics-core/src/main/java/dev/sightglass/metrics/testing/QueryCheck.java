package dev.sightglass.metrics.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds words that speak of a collector's metrics in any text. It does not parse PromQL: a name with the namespace is a
 * name wherever it stands, in a query, a JSON string or a sentence, so nothing can hide from it in an unknown format.
 */
final class QueryCheck {
    private static final Pattern MATCHER = Pattern
        .compile("([a-zA-Z_][a-zA-Z0-9_]*)\\s*(=~|!~|!=|=)\\s*(?:\"([^\"]*)\"|'([^']*)')?");
    private static final Pattern GROUPING = Pattern
        .compile("\\b(?:by|without|on|ignoring|group_left|group_right)\\s*\\(([^)]*)\\)");
    /** A value that stands for itself: no pattern, no variable of a dashboard or rule. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_/.-]+");

    private final Vocabulary vocabulary;
    private final Set<String> notMetrics;
    private final Set<String> outsideLabels;
    private final Pattern mention;

    QueryCheck(Vocabulary vocabulary, Set<String> notMetrics, Set<String> outsideLabels) {
        this.vocabulary = vocabulary;
        this.notMetrics = notMetrics;
        this.outsideLabels = outsideLabels;
        // A colon makes it a recording rule's name, which is the rule file's to declare.
        this.mention = Pattern.compile("(?<![A-Za-z0-9_:./-])(" + Pattern.quote(vocabulary.namespace())
            + "_[a-z0-9_]*[a-z0-9])(?![A-Za-z0-9_:*])(?:\\s*\\{([^}]*)})?");
    }

    List<String> violations(String name, String text) {
        List<String> all = new ArrayList<>();
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            String where = name + ":" + (i + 1);
            // As JSON escapes the quotes of PromQL.
            String line = lines[i].replace("\\\"", "\"");
            Matcher mentions = mention.matcher(line);
            boolean any = false;
            while (mentions.find()) {
                any |= checkSeries(where, mentions.group(1), mentions.group(2), all);
            }
            if (any) {
                checkGrouping(where, line, all);
            }
        }
        return all;
    }

    private boolean checkSeries(String where, String series, @Nullable String matchers, List<String> all) {
        if (notMetrics.contains(series)) {
            return false;
        }
        Set<String> labels = vocabulary.labels(series);
        if (labels == null) {
            all.add(where + ": " + series + " is not declared. The nearest is " + vocabulary.nearest(series));
            return false;
        }
        Matcher matcher = MATCHER.matcher(matchers == null ? "" : matchers);
        while (matcher.find()) {
            String label = matcher.group(1);
            if (labels.contains(label)) {
                String value = matcher.group(3) == null ? matcher.group(4) : matcher.group(3);
                checkValues(where, series, label, matcher.group(2), value == null ? "" : value, all);
            } else if (!outsideLabels.contains(label)) {
                all.add(where + ": " + series + " has no label " + label + ". It has " + labels);
            }
        }
        return true;
    }

    private void checkValues(String where, String series, String label, String operator, String value,
        List<String> all) {
        String[] alternatives = operator.endsWith("~") ? value.split("\\|", -1) : new String[]{value};
        for (String one : alternatives) {
            if (PLAIN.matcher(one).matches() && !vocabulary.canBe(series, label, one)) {
                all.add(where + ": " + label + " of " + series + " is never " + one + ". It can be "
                    + vocabulary.valuesBySeries().getOrDefault(series, Map.of()).get(label));
            }
        }
    }

    /** A label that is grouped by may be another metric's in the same expression, so it must be known to some metric only. */
    private void checkGrouping(String where, String line, List<String> all) {
        Matcher grouping = GROUPING.matcher(line);
        while (grouping.find()) {
            for (String part : grouping.group(1).split(",")) {
                String label = part.strip();
                if (PLAIN.matcher(label).matches() && !vocabulary.hasLabel(label) && !label.equals("le")
                    && !outsideLabels.contains(label)) {
                    all.add(where + ": no metric has the label " + label
                        + " to group by. If the server adds it, name it in labelsFromOutside");
                }
            }
        }
    }
}
