package dev.sightglass.client.intake;

import dev.sightglass.client.convert.ConverterRegistry;
import dev.sightglass.client.convert.Recipe;
import dev.sightglass.client.intake.FolderStatus.State;
import dev.sightglass.converter.Arguments;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The configured folders, each with everything looked up.
 *
 * @param usable folders that can be served
 * @param unusable folders whose converter could not be loaded; their files stay
 * @param configs what they were made from, by name
 */
record FolderPlans(List<FolderPlan> usable, List<FolderStatus> unusable, Map<String, FolderConfig> configs) {

    private static final Duration QUIET = Duration.ofMillis(500);
    // A share tells a file's size and time some seconds late.
    private static final Duration QUIET_POLLING = Duration.ofSeconds(3);

    /**
     * Looks everything up.
     *
     * @throws IllegalArgumentException when the configuration is wrong; names folder, key, value and remedy
     */
    static FolderPlans of(List<FolderConfig> unordered, ConverterRegistry registry, Instant now) {
        var configs = unordered.stream().sorted(Comparator.comparing(FolderConfig::index)).toList();
        checkDistinct(configs);
        var all = configs.stream().flatMap(config -> Set.of(path(config), done(config), error(config)).stream())
            .collect(Collectors.toSet());
        var usable = new ArrayList<FolderPlan>();
        var unusable = new ArrayList<FolderStatus>();
        for (var config : configs) {
            var name = Objects.requireNonNull(config.converter());
            // A jar that does not load takes its folders out of service and no others; a wrong name is for a person to mend.
            if (registry.find(name).isEmpty() && !registry.failures().isEmpty()) {
                unusable.add(new FolderStatus(name(config), path(config), State.DOWN,
                    "its converter is not there: " + reason(registry, name), now, 0, 0, null, Space.UNKNOWN));
            } else {
                usable.add(plan(config, registry, all));
            }
        }
        return new FolderPlans(usable, unusable,
            configs.stream().collect(Collectors.toMap(FolderPlans::name, Function.identity())));
    }

    /** Whether a plan of an earlier configuration is also one of this. */
    boolean holds(FolderPlan plan, FolderPlans earlier) {
        return Objects.equals(configs.get(plan.name()), earlier.configs.get(plan.name()))
            && usable.stream()
                .anyMatch(own -> own.name().equals(plan.name()) && own.excluded().equals(plan.excluded()));
    }

    private static String reason(ConverterRegistry registry, String converter) {
        try {
            return registry.get(converter).name();
        } catch (RuntimeException unknown) {
            return String.valueOf(unknown.getMessage());
        }
    }

    private static FolderPlan plan(FolderConfig config, ConverterRegistry registry, Set<Path> all) {
        var converter = checked(config, "converter", () -> registry.get(Objects.requireNonNull(config.converter())));
        var arguments = checked(config, "arguments", () -> Arguments.read(converter.arguments(),
            Objects.requireNonNullElse(config.arguments(), Map.of())));
        var patterns = checked(config, "pattern", () -> new NamePatterns(
            config.pattern() == null ? converter.patterns() : List.of(config.pattern())));
        var doneFile = config.doneFile() == null ? null
            : checked(config, "done-file", () -> new DoneFile(Objects.requireNonNull(config.doneFile())));
        var root = path(config);
        var excluded = new HashSet<>(all);
        excluded.remove(root);
        return new FolderPlan(name(config), root, new Recipe(converter, arguments, config.alarm(), config.reject()),
            patterns, config.recursive(), config.priority(), config.afterSuccess(), done(config), error(config),
            excluded,
            config.watch(), doneFile, quiet(config));
    }

    private static <T> T checked(FolderConfig config, String key, Supplier<T> value) {
        try {
            return value.get();
        } catch (RuntimeException wrong) {
            throw new IllegalArgumentException(config.key(key) + ": " + wrong.getMessage(), wrong);
        }
    }

    private static Duration quiet(FolderConfig config) {
        if (config.quiet() != null) {
            return config.quiet();
        }
        return config.watch() == WatchMode.POLLING ? QUIET_POLLING : QUIET;
    }

    private static void checkDistinct(List<FolderConfig> configs) {
        var byName = new HashMap<String, FolderConfig>();
        var byTarget = new HashMap<List<Object>, FolderConfig>();
        for (var config : configs) {
            var other = byName.putIfAbsent(name(config), config);
            if (other != null) {
                throw new IllegalArgumentException(
                    "sightglass.folders: two folders have the name '" + name(config) + "': "
                        + other.path() + " and " + config.path() + ". Give one of them another name");
            }
            var pattern = Objects.requireNonNullElse(config.pattern(), config.converter());
            var twin = byTarget.putIfAbsent(List.of(path(config), Objects.requireNonNull(pattern)), config);
            if (twin != null) {
                throw new IllegalArgumentException("sightglass.folders: " + name(twin) + " and " + name(config)
                    + " take the same files from " + config.path() + ". Remove one, or give them different patterns");
            }
        }
    }

    private static String name(FolderConfig config) {
        return config.name() != null ? config.name() : Objects.toString(path(config).getFileName(), "root");
    }

    private static Path done(FolderConfig config) {
        return path(config).resolve(config.doneFolder()).normalize();
    }

    private static Path error(FolderConfig config) {
        return path(config).resolve(config.errorFolder()).normalize();
    }

    /** Without links, so that two spellings of one folder are seen to be one. */
    private static Path path(FolderConfig config) {
        var path = Objects.requireNonNull(config.path()).toAbsolutePath().normalize();
        try {
            return path.toRealPath();
        } catch (IOException notYetThere) {
            return path;
        }
    }
}
