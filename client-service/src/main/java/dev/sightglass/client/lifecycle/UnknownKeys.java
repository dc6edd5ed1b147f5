package dev.sightglass.client.lifecycle;

import dev.sightglass.client.log.LogSettings;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.ConfigurationReader;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.env.PropertySource;
import io.micronaut.core.bind.annotation.Bindable;
import io.micronaut.core.convert.format.ReadableBytes;
import io.micronaut.core.reflect.ReflectionUtils;
import io.micronaut.inject.qualifiers.Qualifiers;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.jspecify.annotations.Nullable;

/** Refuses keys under our root that nothing reads: a typing error must not leave a default in force unseen. */
final class UnknownKeys {

    private static final String ROOT = "sightglass.";
    private static final String ENVIRONMENT_ROOT = "SIGHTGLASS_";
    /** Read by the launcher, the log configuration and the build, not by the service's configuration. */
    private static final Set<String> ELSEWHERE =
        Set.of(LogSettings.LEVEL, LogSettings.FORMAT, "SIGHTGLASS_REQUIRE", "SIGHTGLASS_JAVA_OPTS");

    private static final Map<Class<?>, String> TYPE_NAMES =
        Map.of(Duration.class, "duration", Boolean.class, "boolean", Number.class, "number", URI.class, "URL",
            Path.class, "path", Map.class, "table", List.class, "list");

    private final List<Key> known;

    private UnknownKeys(List<Key> known) {
        this.known = known;
    }

    /**
     * A key that a configuration record reads.
     *
     * @param name with {@code [*]} for the places of a list, and {@code .*.} for a name of the user's own
     * @param type of its value; below a map the keys are the user's own
     * @param isSize whether its number may be written with a unit of bytes
     * @param defaultValue as the record declares it; may be empty
     */
    private record Key(String name, Class<?> type, boolean isSize, String defaultValue) {

        boolean table() {
            return Map.class.isAssignableFrom(type);
        }

        /** The type in a word for whoever writes the configuration. */
        String typeName() {
            if (isSize) {
                return "size";
            }
            if (type.isEnum()) {
                return "choice";
            }
            return TYPE_NAMES.entrySet().stream().filter(entry -> entry.getKey().isAssignableFrom(type))
                .map(Map.Entry::getValue)
                .findFirst().orElse("text");
        }

        boolean covers(String key) {
            return key.matches(Pattern.quote(name).replace(".*.", ".\\E[^.]+\\Q.")) || name.startsWith(key + ".")
                || name.startsWith(key + "[*]")
                || (table() && key.startsWith(name + "."));
        }

        String variable() {
            return name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
        }

        boolean coversVariable(String variable) {
            return variable.matches(variable().replace("[*]", "_\\d+").replace("_*_", "_.+_") + (table() ? "_.+" : ""));
        }
    }

    static void refuse(ApplicationContext context) {
        var unknown = new UnknownKeys(known(context));
        context.getEnvironment().getPropertySources().forEach(unknown::check);
    }

    /** Every key with its default, for the page that lists them; the default is empty where there is none or it is made up at start. */
    static Map<String, String> defaults(ApplicationContext context) {
        return known(context).stream().collect(Collectors.toMap(Key::name, Key::defaultValue));
    }

    /** Every key with its type, in a word, for the same page. */
    static Map<String, String> types(ApplicationContext context) {
        return known(context).stream().collect(Collectors.toMap(Key::name, Key::typeName));
    }

    private static List<Key> known(ApplicationContext context) {
        return context.getBeanDefinitions(Qualifiers.byStereotype(ConfigurationReader.class)).stream()
            .flatMap(definition -> Stream.of(definition.getConstructor().getArguments()))
            .flatMap(argument -> argument.getAnnotationMetadata().stringValue(Property.class, "name").stream()
                .map(name -> new Key(name, ReflectionUtils.getWrapperType(argument.getType()),
                    argument.isAnnotationPresent(ReadableBytes.class),
                    argument.getAnnotationMetadata().stringValue(Bindable.class, "defaultValue").orElse(""))))
            .filter(key -> key.name().startsWith(ROOT)).distinct().toList();
    }

    private void check(PropertySource source) {
        boolean environment = source.getConvention() == PropertySource.PropertyConvention.ENVIRONMENT_VARIABLE;
        var keys =
            StreamSupport.stream(source.spliterator(), false).flatMap(key -> flat(key, source.get(key))).toList();
        for (var key : keys) {
            if (environment ? !isKnownVariable(key) : !isKnown(key)) {
                throw new IllegalArgumentException(key + ": is not a key of this service. Found: in " + source.getName()
                    + "; did you mean " + nearest(key) + "?");
            }
        }
    }

    /** A file gives a list of folders as one value, in which each of them is a map. */
    private static Stream<String> flat(String key, @Nullable Object value) {
        return switch (value) {
            case Map<?, ?> map -> map.entrySet().stream()
                .flatMap(entry -> flat(key + "." + entry.getKey(), entry.getValue()));
            case List<?> list when !list.isEmpty() && list.getFirst() instanceof Map<?, ?> -> IntStream
                .range(0, list.size()).boxed().flatMap(place -> flat(key + "[" + place + "]", list.get(place)));
            case null, default -> Stream.of(key);
        };
    }

    private boolean isKnown(String key) {
        var plain = withoutPlaces(key);
        return !plain.startsWith(ROOT) || known.stream().anyMatch(name -> name.covers(plain));
    }

    private boolean isKnownVariable(String name) {
        // Micronaut hands SIGHTGLASS_FOLDERS_0_PATH on as SIGHTGLASS_FOLDERS[0]PATH
        var variable = name.replaceAll("\\[(\\d+)]", "_$1_");
        return !variable.startsWith(ENVIRONMENT_ROOT) || ELSEWHERE.contains(variable)
            || known.stream().anyMatch(key -> key.coversVariable(variable));
    }

    private String nearest(String key) {
        boolean asVariable = key.startsWith(ENVIRONMENT_ROOT);
        var plain = withoutPlaces(key);
        return known.stream().map(name -> asVariable ? name.variable() : name.name())
            .min(Comparator.comparing(name -> LevenshteinDistance.getDefaultInstance().apply(name, plain)))
            .orElse("none: there are no keys");
    }

    private static String withoutPlaces(String key) {
        return key.replaceAll("\\[\\d+]", "[*]");
    }
}
