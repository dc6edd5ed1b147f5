package dev.sightglass.monitoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a query speaks of: its selectors. Grafana's variables may stand in it. */
public final class PromQl {

    private static final Pattern SELECTOR =
        Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)\\s*\\{((?:[^{}\"]|\"(?:[^\"\\\\]|\\\\.)*\")*)}(\\[[^]]*])?");
    private static final Pattern STRING = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
    private static final Pattern MATCHER =
        Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)\\s*(=~|!~|!=|=)\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern BARE = Pattern.compile(
        "(?<![a-zA-Z0-9_:$\"{.])((?:sightglass|jvm|process|executor|job|instance|job_converter)[_:][a-zA-Z0-9_:]+)(?![a-zA-Z0-9_:]*\\s*[{(])");
    private static final Pattern GROUPING =
        Pattern.compile("\\b(?:by|without|on|ignoring|group_left|group_right)\\s*\\([^)]*\\)");

    private PromQl() {}

    /** Every selector with its matchers in braces. */
    public static List<Selector> selectors(String query) {
        var selectors = new ArrayList<Selector>();
        Matcher found = SELECTOR.matcher(query);
        while (found.find()) {
            var matchers = new ArrayList<Condition>();
            Matcher matcher = MATCHER.matcher(found.group(2));
            while (matcher.find()) {
                matchers.add(new Condition(matcher.group(1), matcher.group(2), matcher.group(3)));
            }
            selectors.add(new Selector(found.group(1), matchers, found.group(3)));
        }
        return selectors;
    }

    /** Names of series that stand without braces. */
    public static List<String> bareNames(String query) {
        var rest = GROUPING.matcher(STRING.matcher(query).replaceAll("\"\"")).replaceAll("");
        return BARE.matcher(rest).results().map(found -> found.group(1)).toList();
    }

    /** A query in which Grafana's variables have values. */
    public static String filled(String query, Map<String, String> variables) {
        var filled = query;
        for (var variable : variables.entrySet()) {
            filled = filled.replace("$" + variable.getKey(), variable.getValue());
        }
        return filled;
    }

    /** A matcher of a selector. */
    public record Condition(String label, String operator, String value) {}

    /**
     * A selector.
     *
     * @param name of the metric
     * @param matchers in braces
     * @param range in brackets, or null
     */
    public record Selector(String name, List<Condition> matchers, @Nullable String range) {

        boolean has(String label, String operator, String value) {
            return matchers.contains(new Condition(label, operator, value));
        }
    }
}
