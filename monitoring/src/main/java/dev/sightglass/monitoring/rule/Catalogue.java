package dev.sightglass.monitoring.rule;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * All rules and the words that they share. Immutable.
 *
 * @param parameters the words
 * @param groups the rules
 */
public record Catalogue(Map<String, Parameter> parameters, List<RuleGroup> groups) {

    private static final String FILE = "/dev/sightglass/monitoring/catalogue.yaml";

    public Catalogue {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        groups = List.copyOf(groups);
    }

    /** The catalogue of this build. */
    public static Catalogue load() {
        var yaml = new ObjectMapper(new YAMLFactory()).enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        try (var file = Catalogue.class.getResourceAsStream(FILE)) {
            return yaml.readValue(file, Catalogue.class);
        } catch (IOException e) {
            throw new UncheckedIOException("catalogue.yaml: cannot be read: " + e.getMessage(), e);
        }
    }

    /** Every alert, in the order of the file. */
    public List<Alert> alerts() {
        return groups.stream().flatMap(group -> group.alerts().stream()).toList();
    }

    /**
     * One alert.
     *
     * @param key what settings call it
     * @throws NoSuchElementException if there is none
     */
    public Alert alert(String key) {
        return alerts().stream().filter(alert -> alert.key().equals(key)).findFirst()
            .orElseThrow(() -> new NoSuchElementException(key + ": is no alert of catalogue.yaml"));
    }

    /** Every recording rule. */
    public List<Recording> recordings() {
        return groups.stream().flatMap(group -> group.recordings().stream()).toList();
    }

    /** The parameters with their own values. */
    public Words words() {
        return new Words(parameters.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().value())));
    }

    /** The words that an alert's texts may use. */
    public Words words(Alert alert) {
        return words().with("threshold", alert.thresholdText());
    }

    /** Where an alert's runbook is published. */
    public String runbook(Alert alert) {
        return words().fill("${runbooks}/" + alert.alert() + ".md");
    }

    /** This catalogue with other alerts in the same places. */
    public Catalogue mapAlerts(UnaryOperator<Alert> change) {
        return new Catalogue(parameters, groups.stream().map(group -> new RuleGroup(group.name(), group.interval(),
            group.recordings(), group.alerts().stream().map(change).toList())).toList());
    }

    /** This catalogue with another value of a parameter. */
    public Catalogue with(String parameter, String value) {
        var all = new LinkedHashMap<>(parameters);
        all.computeIfPresent(parameter, (_, before) -> new Parameter(value, before.meaning()));
        return new Catalogue(all, groups);
    }

    /** This catalogue with parameters that stay words, for an output that fills them in itself. */
    public Catalogue withOpenParameters() {
        var open = new LinkedHashMap<String, Parameter>();
        parameters.forEach((name, parameter) -> open.put(name, new Parameter("${" + name + "}", parameter.meaning())));
        return new Catalogue(open, groups);
    }
}
