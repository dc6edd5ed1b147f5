package dev.sightglass.client.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightglass.client.convert.ConverterRegistry;
import dev.sightglass.client.intake.FolderStatus.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderPlansTest {

    @TempDir
    private Path temp;
    private ConverterRegistry registry = ConverterRegistry.load(Path.of("none"));

    @AfterEach
    void close() {
        registry.close();
    }

    @Test
    void resolvesWhatIsNotConfigured() throws IOException {
        var plan = plans(config("in", "wsjf")).usable().getFirst();

        assertThat(plan.name()).isEqualTo("in");
        assertThat(plan.done()).isEqualTo(plan.root().resolve("Done"));
        assertThat(plan.quiet()).isEqualTo(Duration.ofMillis(500));
        assertThat(plan.takes("A.JSON")).isTrue();
        assertThat(plan.takes("a.csv")).isFalse();
    }

    @Test
    void waitsLongerOnAShare() throws IOException {
        var config = with(config("in", "wsjf"), null, null, WatchMode.POLLING, Map.of());
        assertThat(plans(config).usable().getFirst().quiet()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void suggestsTheConverterThatIsMeant() {
        assertThatThrownBy(() -> plans(config("in", "wsfj"))).hasMessageContaining("sightglass.folders[0].converter")
            .hasMessageContaining("no converter has the name 'wsfj'").hasMessageContaining("Did you mean 'wsjf'?");
    }

    @Test
    void takesOnlyTheFolderOutOfServiceWhoseConverterMayBeInABrokenJar() throws IOException {
        Files.writeString(temp.resolve("broken.jar"), "not a jar");
        registry.close();
        registry = ConverterRegistry.load(temp);

        var plans = plans(config("in", "wsjf"), config("other", "special"));

        assertThat(plans.usable()).extracting(FolderPlan::name).containsExactly("in");
        assertThat(plans.unusable()).singleElement().satisfies(status -> {
            assertThat(status.state()).isEqualTo(State.DOWN);
            assertThat(status.reason()).contains("special", "broken.jar");
        });
    }

    @Test
    void refusesAnArgumentThatTheConverterDoesNotHave() {
        var config = with(config("in", "wsjf"), null, null, WatchMode.EVENTS, Map.of("delimiter", ";"));
        assertThatThrownBy(() -> plans(config)).hasMessageContaining("sightglass.folders[0].arguments")
            .hasMessageContaining("unknown argument delimiter");
    }

    @Test
    void refusesADoneFileThatNamesNoFile() {
        var config = with(config("in", "wsjf"), null, "ready", WatchMode.EVENTS, Map.of());
        assertThatThrownBy(() -> plans(config)).hasMessageContaining("sightglass.folders[0].done-file")
            .hasMessageContaining("'ready'");
    }

    @Test
    void refusesTwoFoldersOfOneName() {
        assertThatThrownBy(() -> plans(config("a/in", "wsjf"), config("b/in", "wsjf")))
            .hasMessageContaining("two folders have the name 'in'").hasMessageContaining("a/in")
            .hasMessageContaining("b/in");
    }

    @Test
    void refusesTwoFoldersForTheSameFiles() {
        assertThatThrownBy(() -> plans(with(config("in", "wsjf"), "one", null, WatchMode.EVENTS, Map.of()),
            with(config("in", "wsjf"), "two", null, WatchMode.EVENTS, Map.of()))).hasMessageContaining("one and two")
            .hasMessageContaining("the same files");
    }

    @Test
    void excludesWhatBelongsToOthersAndWhatIsDone() throws IOException {
        var plans = plans(config("in", "wsjf"), config("in/inner", "wsjf"));
        var root = plans.usable().getFirst().root();
        assertThat(plans.usable().getFirst().excluded()).contains(root.resolve("Done"), root.resolve("Error"),
            root.resolve("inner"), root.resolve("inner/Done")).doesNotContain(root);
    }

    private FolderPlans plans(FolderConfig... configs) throws IOException {
        return FolderPlans.of(List.of(configs), registry, Instant.EPOCH);
    }

    private FolderConfig config(String path, String converter) {
        return new FolderConfig(0, null, temp.resolve(path), converter, null, false, 5, AfterSuccess.MOVE,
            Path.of("Done"),
            Path.of("Error"), WatchMode.EVENTS, null, null, 0.5, 0.2, Map.of());
    }

    private static FolderConfig with(FolderConfig config, @Nullable String name, @Nullable String doneFile,
        WatchMode watch,
        Map<String, Object> arguments) {
        return new FolderConfig(config.index(), name, config.path(), config.converter(), null, false, 5,
            AfterSuccess.MOVE,
            Path.of("Done"), Path.of("Error"), watch, doneFile, null, 0.5, 0.2, arguments);
    }
}
