package dev.sightglass.client.lifecycle;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.ConfigurationReader;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.env.PropertySource;
import io.micronaut.inject.qualifiers.Qualifiers;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Refuses keys under our root that nothing reads: a typing error must not leave a default in force unseen. */
final class UnknownKeys {

    private static final String ROOT = "sightglass.";
    private static final String ENVIRONMENT_ROOT = "SIGHTGLASS_";
    /** Read by the launcher, the log configuration and the build, not by the service's configuration. */
    private static final Set<String> ELSEWHERE = Set.of("SIGHTGLASS_LOG_LEVEL", "SIGHTGLASS_LOG_FORMAT", "SIGHTGLASS_REQUIRE",
        "SIGHTGLASS_JAVA_OPTS");

    private final Map<String, Boolean> known;

    private UnknownKeys(Map<String, Boolean> known) {
        this.known = known;
    }

    static void refuse(ApplicationContext context) {
        var unknown = new UnknownKeys(known(context));
        context.getEnvironment().getPropertySources().forEach(unknown::check);
    }

    /** Every key that a configuration record reads, and whether it holds a table with keys of the user's own. */
    private static Map<String, Boolean> known(ApplicationContext context) {
        return context.getBeanDefinitions(Qualifiers.byStereotype(ConfigurationReader.class)).stream()
            .flatMap(definition -> Stream.of(definition.getConstructor().getArguments()))
            .flatMap(argument -> argument.getAnnotationMetadata().stringValue(Property.class, "name").stream()
                .map(name -> Map.entry(name, Map.class.isAssignableFrom(argument.getType()))))
            .filter(entry -> entry.getKey().startsWith(ROOT))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (first, _) -> first, TreeMap::new));
    }

    private void check(PropertySource source) {
        boolean environment = source.getConvention() == PropertySource.PropertyConvention.ENVIRONMENT_VARIABLE;
        StreamSupport.stream(source.spliterator(), false).filter(key -> environment ? !isKnownVariable(key) : !isKnown(key)).findFirst()
            .ifPresent(key -> {
                throw new IllegalArgumentException(key + ": is not a key of this service. Found: in " + source.getName()
                    + nearest(key).map("; did you mean %s?"::formatted).orElse(""));
            });
    }

    private boolean isKnown(String key) {
        var plain = key.replaceAll("\\[\\d+]", "[*]");
        return !plain.startsWith(ROOT) || known.containsKey(plain) || known.keySet().stream().anyMatch(
            name -> name.startsWith(plain + ".") || name.startsWith(plain + "[*]") || (known.get(name) && plain.startsWith(name + ".")));
    }

    private boolean isKnownVariable(String variable) {
        return !variable.startsWith(ENVIRONMENT_ROOT) || ELSEWHERE.contains(variable)
            || known.entrySet().stream().anyMatch(key -> variable.matches(pattern(key.getKey(), key.getValue())));
    }

    private static String pattern(String key, boolean table) {
        return variable(key).replace("[*]", "_\\d+") + (table ? "_.+" : "");
    }

    private static String variable(String key) {
        return key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    private Optional<String> nearest(String key) {
        boolean asVariable = key.startsWith(ENVIRONMENT_ROOT);
        var distance = LevenshteinDistance.getDefaultInstance();
        return known.keySet().stream().map(name -> asVariable ? variable(name) : name)
            .min(Comparator.comparing(name -> distance.apply(name, key.replaceAll("\\[\\d+]", "[*]"))));
    }
}
