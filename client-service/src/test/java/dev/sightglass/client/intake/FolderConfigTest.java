package dev.sightglass.client.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.DefaultApplicationContext;
import io.micronaut.context.env.PropertySource;
import io.micronaut.context.env.yaml.YamlPropertySourceLoader;
import io.micronaut.inject.BeanDefinitionReference;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FolderConfigTest {

    @Test
    void readsFoldersWithTheirDefaultsInOrder() throws IOException {
        var folders = folders("""
                              sightglass:
                                folders:
                                  - path: /data/a
                                    converter: csv
                                  - path: /data/b
                                    converter: wsjf
                              """);
        assertThat(folders).containsExactly(config(0, "/data/a", "csv"), config(1, "/data/b", "wsjf"));
    }

    @Test
    void readsEveryKey() throws IOException {
        var folders = folders("""
                              sightglass:
                                folders:
                                  - name: line one
                                    path: /data/a
                                    converter: csv
                                    pattern: "*.{csv,txt}"
                                    recursive: true
                                    priority: 1
                                    after-success: zip
                                    done-folder: archive/ok
                                    error-folder: /data/bad
                                    watch: polling
                                    done-file: "{name}.done"
                                    quiet: 700ms
                                    alarm: 0.6
                                    reject: 0.3
                                    arguments:
                                      delimiter: ";"
                                      columns:
                                        serialNumber: SN
                                        part-number: PN
                              """);
        assertThat(folders)
            .containsExactly(new FolderConfig(0, "line one", Path.of("/data/a"), "csv", "*.{csv,txt}", true,
                1, AfterSuccess.ZIP, Path.of("archive/ok"), Path.of("/data/bad"), WatchMode.POLLING, "{name}.done",
                Duration.ofMillis(700), 0.6, 0.3,
                Map.of("delimiter", ";", "columns", Map.of("serialNumber", "SN", "part-number", "PN"))));
    }

    @Test
    void readsFoldersFromTheEnvironment() {
        var properties = FolderVariables.properties(Map.of("SIGHTGLASS_FOLDERS_0_PATH", "/data/a",
            "SIGHTGLASS_FOLDERS_0_CONVERTER", "csv", "SIGHTGLASS_FOLDERS_0_AFTER_SUCCESS", "delete",
            "SIGHTGLASS_FOLDERS_0_ARGUMENTS_PART_NUMBER", "PN-1", "SIGHTGLASS_WATS_URL", "http://x"));
        assertThat(folders(PropertySource.of("environment", properties))).singleElement().satisfies(config -> {
            assertThat(config.path()).isEqualTo(Path.of("/data/a"));
            assertThat(config.afterSuccess()).isEqualTo(AfterSuccess.DELETE);
            assertThat(config.arguments()).isEqualTo(Map.of("part-number", "PN-1"));
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "priority: 11 | sightglass.folders[0].priority: must be 1 (first) to 10. Found: 11",
        "reject: 1.5 | sightglass.folders[0].reject: must be 0 to 1. Found: 1.5",
        "alarm: 0.1 | sightglass.folders[0].alarm: must be between reject (0.2) and 1. Found: 0.1",
        "quiet: 1ms | sightglass.folders[0].quiet: must be at least 10 ms. Found: PT0.001S",
        "done-folder: . | sightglass.folders[0].done-folder: must be another folder than the path. Found: .",
        "error-folder: /data/a | sightglass.folders[0].error-folder: must be another folder than the path. Found: /data/a",
        "name: '' | sightglass.folders[0].name: must have 1 to 100 characters. Found: "})
    void namesKeyAndValueOfWhatIsWrong(String line, String message) {
        assertThatThrownBy(() -> folders("""
                                         sightglass:
                                           folders:
                                             - path: /data/a
                                               converter: csv
                                               %s
                                         """.formatted(line))).rootCause()
            .hasMessage(message + (message.endsWith("Found:") ? " " : ""));
    }

    @Test
    void asksForPathAndConverter() {
        assertThatThrownBy(() -> folders("sightglass: {folders: [{converter: csv}]}")).rootCause()
            .hasMessageContaining("sightglass.folders[0].path: is missing");
        assertThatThrownBy(() -> folders("sightglass: {folders: [{path: /data/a}]}")).rootCause()
            .hasMessageContaining("sightglass.folders[0].converter: is missing for /data/a");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "rescan-interval: 0s | sightglass.intake.rescan-interval: must be at least 10 ms. Found: PT0S",
        "max-file-size: 3GB | sightglass.intake.max-file-size: must be 1 B to 2047 MB. Found: 3221225472",
        "in-flight: 0 | sightglass.intake.in-flight: must be 1 to 100000. Found: 0",
        "stop-timeout: -1s | sightglass.intake.stop-timeout: must not be negative. Found: PT-1S"})
    void namesWhatIsWrongWithAllFolders(String line, String message) {
        assertThatThrownBy(() -> {
            try (var context = context(yaml("sightglass: {intake: {" + line + "}}"))) {
                context.getBean(IntakeConfig.class);
            }
        }).rootCause().hasMessage(message);
    }

    private static FolderConfig config(int index, String path, String converter) {
        return new FolderConfig(index, null, Path.of(path), converter, null, false, 5, AfterSuccess.MOVE,
            Path.of("Done"),
            Path.of("Error"), WatchMode.EVENTS, null, null, 0.5, 0.2, Map.of());
    }

    private static List<FolderConfig> folders(String yaml) throws IOException {
        return folders(yaml(yaml));
    }

    private static List<FolderConfig> folders(PropertySource source) {
        try (var context = context(source)) {
            return context.getBeansOfType(FolderConfig.class).stream().sorted(Comparator.comparing(FolderConfig::index))
                .toList();
        }
    }

    private static PropertySource yaml(String yaml) throws IOException {
        return PropertySource.of("test",
            new YamlPropertySourceLoader().read("test",
                new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8))));
    }

    /** A context with nothing in it but this feature's configuration: binding is tried, nothing is started. */
    @SuppressWarnings({"rawtypes", "overrides"}) // as the framework declares it
    private static ApplicationContext context(PropertySource source) {
        var context = new DefaultApplicationContext("test") {

            @Override
            protected List<BeanDefinitionReference> resolveBeanDefinitionReferences() {
                return super.resolveBeanDefinitionReferences().stream()
                    .filter(bean -> bean.getName().matches(".*\\.(intake|context)\\..*")).toList();
            }
        };
        context.getEnvironment().addPropertySource(source);
        return context.start();
    }
}
