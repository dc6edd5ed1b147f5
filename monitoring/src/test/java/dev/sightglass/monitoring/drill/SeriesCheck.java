package dev.sightglass.monitoring.drill;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightglass.monitoring.PromQl;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What is scraped: names, the labels of each, and their values. Queries are held against it. */
final class SeriesCheck {

    private final Map<String, Map<String, Set<String>>> valuesByLabelByName = new HashMap<>();

    SeriesCheck(List<JsonNode> series) {
        for (var one : series) {
            var labels = valuesByLabelByName.computeIfAbsent(one.path("__name__").asText(), _ -> new HashMap<>());
            one.properties().forEach(
                label -> labels.computeIfAbsent(label.getKey(), _ -> new HashSet<>()).add(label.getValue().asText()));
        }
    }

    /** Sentences on what a query asks for and no scrape has. */
    Set<String> violations(String query) {
        var violations = new TreeSet<String>();
        for (var selector : PromQl.selectors(query)) {
            var labels = valuesByLabelByName.get(selector.name());
            if (labels == null) {
                violations.add("no series " + selector.name());
                continue;
            }
            for (var matcher : selector.matchers()) {
                if (!has(labels, matcher)) {
                    violations.add(selector.name() + " has no " + matcher);
                }
            }
        }
        return violations;
    }

    private static boolean has(Map<String, Set<String>> labels, PromQl.Condition matcher) {
        var values = labels.get(matcher.label());
        if (values == null) {
            return false;
        }
        return switch (matcher.operator()) {
            case "=" -> values.contains(matcher.value());
            // each branch of an alternative must be a value that there is
            case "=~" -> matcher.value().matches("[a-z_]+(\\|[a-z_]+)*")
                ? values.containsAll(List.of(matcher.value().split("\\|")))
                : values.stream().anyMatch(value -> value.matches(matcher.value()));
            default -> true;
        };
    }
}
