package dev.sightglass.client.lifecycle;

import dev.sightglass.client.intake.FolderConfig;
import dev.sightglass.client.upload.UploadConfig;
import dev.sightglass.client.wats.WatsConfig;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.ApplicationContextConfiguration;
import io.micronaut.context.BeanContext;
import io.micronaut.context.DefaultApplicationContext;
import io.micronaut.context.annotation.ConfigurationReader;
import io.micronaut.context.env.EnvironmentPropertySource;
import io.micronaut.context.env.PropertySource;
import io.micronaut.context.env.SystemPropertiesPropertySource;
import io.micronaut.context.env.yaml.YamlPropertySourceLoader;
import io.micronaut.context.event.ApplicationEventPublisher;
import io.micronaut.inject.BeanDefinitionReference;
import io.micronaut.inject.qualifiers.Qualifiers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The configuration as it stands now, and nothing else: the records under our root, with every check that a start makes, but no part of
 * the service. For whoever must know whether a file is right without starting from it.
 */
public final class ConfigurationReading implements AutoCloseable {

    private static final String OURS = "dev.sightglass.";
    private static final String EVENTS = ApplicationEventPublisher.class.getPackageName() + ".";
    /** Changes of these are put in force while the service runs; of the server's section it is the token. */
    private static final Set<Class<?>> RELOADED = Set.of(FolderConfig.class, UploadConfig.class, WatsConfig.class);

    /** The environment wins over files, and the user's file over what we ship. */
    private static final int BELOW_ENVIRONMENT = EnvironmentPropertySource.POSITION - 1;
    private static final int ABOVE_ALL = SystemPropertiesPropertySource.POSITION + 100;

    private final ApplicationContext context;

    private ConfigurationReading(ApplicationContext context) {
        this.context = context;
    }

    /**
     * Reads the configuration and checks all of it.
     *
     * @param file a YAML file with keys under {@code sightglass}
     * @param overrides keys and values that win over all others
     * @return the records
     * @throws RuntimeException whatever a start with it would fail with; its root cause names key, value and remedy
     */
    public static ConfigurationReading read(Optional<Path> file, Map<String, Object> overrides) {
        var reading = open(file, overrides, true);
        try {
            UnknownKeys.refuse(reading.context);
            return reading;
        } catch (RuntimeException wrong) {
            reading.close();
            throw wrong;
        }
    }

    /**
     * Reads the configuration and checks only what is asked for: for commands that do with a part of it.
     *
     * @param file a YAML file with keys under {@code sightglass}
     * @return the records
     */
    public static ConfigurationReading ofParts(Optional<Path> file) {
        return open(file, Map.of(), false);
    }

    private static ConfigurationReading open(Optional<Path> file, Map<String, Object> overrides, boolean all) {
        var plain = ApplicationContext.builder().banner(false).eagerInitConfiguration(all);
        var context = new RecordsOnly((ApplicationContextConfiguration) plain);
        try {
            sources(file, overrides).forEach(context.getEnvironment()::addPropertySource);
            context.start();
            return new ConfigurationReading(context);
        } catch (RuntimeException wrong) {
            context.close();
            throw wrong;
        }
    }

    /** Where the service and its commands have their configuration from, besides the environment and what we ship. */
    static List<PropertySource> sources(Optional<Path> file, Map<String, Object> overrides) {
        var over = PropertySource.of("overrides", overrides, ABOVE_ALL);
        return file.map(ConfigurationReading::source).map(under -> List.of(under, over)).orElse(List.of(over));
    }

    private static PropertySource source(Path file) {
        try (var in = Files.newInputStream(file)) {
            return PropertySource.of(file.toString(), new YamlPropertySourceLoader().read(file.toString(), in),
                BELOW_ENVIRONMENT);
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("--config: must be a readable file. Found: " + file, unreadable);
        }
    }

    /**
     * A record of the configuration.
     *
     * @param type of the record
     * @return the record
     * @param <T> its type
     */
    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    /**
     * All records of a list of the configuration.
     *
     * @param type of the records
     * @return the records
     * @param <T> their type
     */
    public <T> Collection<T> all(Class<T> type) {
        return context.getBeansOfType(type);
    }

    /**
     * The sections that differ from those that a service runs with, of those that do not change while it runs.
     *
     * @param running the service's beans
     * @return their keys, sorted
     */
    List<String> changedSections(BeanContext running) {
        var changed = context.getBeanDefinitions(Qualifiers.byStereotype(ConfigurationReader.class)).stream()
            .filter(section -> !RELOADED.contains(section.getBeanType()))
            .filter(section -> differs(section.getBeanType(), running))
            .map(section -> section.stringValue(ConfigurationReader.class, "prefix").orElse(section.getName()));
        var moved = get(WatsConfig.class).url().equals(running.getBean(WatsConfig.class).url()) ? Stream.<String>empty()
            : Stream.of("sightglass.wats.url");
        return Stream.concat(changed, moved).distinct().sorted().toList();
    }

    private <T> boolean differs(Class<T> type, BeanContext running) {
        return !Set.copyOf(context.getBeansOfType(type)).equals(Set.copyOf(running.getBeansOfType(type)));
    }

    @Override
    public void close() {
        context.close();
    }

    /** A context that sees records of the configuration and no other bean. */
    @SuppressWarnings("overrides") // of methods that are not ours
    private static final class RecordsOnly extends DefaultApplicationContext {

        RecordsOnly(ApplicationContextConfiguration configuration) {
            super(configuration);
        }

        @Override
        @SuppressWarnings("rawtypes") // the super class has it so
        protected List<BeanDefinitionReference> resolveBeanDefinitionReferences() {
            return super.resolveBeanDefinitionReferences().stream().filter(RecordsOnly::isSeen).toList();
        }

        /** A context cannot start without something that tells of its start. */
        @SuppressWarnings("rawtypes")
        private static boolean isSeen(BeanDefinitionReference bean) {
            var type = bean.getBeanType().getName();
            return type.startsWith(EVENTS)
                || (type.startsWith(OURS) && bean.getAnnotationMetadata().hasStereotype(ConfigurationReader.class));
        }
    }
}
