package dev.sightglass.metrics.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds words that speak of a collector's metrics in any text. It does not parse PromQL: a name with the namespace is a
 * name wherever it stands, in a query, a JSON string or a sentence, so nothing can hide from it in an unknown format.
 */
final class QueryCheck {
    private static final Pattern MATCHER = Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)\\s*(?:=~|!~|!=|=)");

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
            Matcher mentions = mention.matcher(lines[i]);
            while (mentions.find()) {
                check(name + ":" + (i + 1), mentions.group(1), mentions.group(2), all);
            }
        }
        return all;
    }

    private void check(String where, String series, @Nullable String matchers,
        List<String> all) {
        if (notMetrics.contains(series)) {
            return;
        }
        Set<String> labels = vocabulary.labelsBySeries().get(series);
        if (labels == null) {
            all.add(where + ": " + series + " is not declared. The nearest is " + vocabulary.nearest(series));
            return;
        }
        Matcher matcher = MATCHER.matcher(matchers == null ? "" : unquoted(matchers));
        while (matcher.find()) {
            String label = matcher.group(1);
            if (!labels.contains(label) && !outsideLabels.contains(label)) {
                all.add(where + ": " + series + " has no label " + label + ". It has " + labels);
            }
        }
    }

    /** Takes label values out, in the quotes of PromQL or as JSON escapes them, lest a value look like a matcher. */
    private static String unquoted(String matchers) {
        return matchers.replace("\\\"", "\"").replaceAll("\"[^\"]*\"|'[^']*'", "''");
    }
}
