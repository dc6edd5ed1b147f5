package dev.sightglass.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.monitoring.output.Outputs;
import dev.sightglass.monitoring.rule.Catalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What is written from the catalogue is as the catalogue says. With {@code -Dsightglass.write} it is written anew. */
class GeneratedFilesTest {

    private static final boolean WRITE = System.getProperty("sightglass.write") != null;

    @Test
    void noWrittenFileIsStale() throws IOException {
        var stale = new ArrayList<Path>();
        for (var file : Outputs.of(Catalogue.load()).entrySet()) {
            if (isStale(Project.ROOT.resolve(file.getKey()), file.getValue())) {
                stale.add(file.getKey());
            }
        }
        assertThat(stale)
            .as("stale files; write them anew with: mvn -q test -pl monitoring -am -Dtest=GeneratedFilesTest"
                + " -Dsurefire.failIfNoSpecifiedTests=false -Dsightglass.write")
            .isEmpty();
    }

    private static boolean isStale(Path file, UnaryOperator<String> content) throws IOException {
        var before = Files.exists(file) ? Files.readString(file) : "";
        var after = content.apply(before);
        if (WRITE && !after.equals(before)) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, after);
            return false;
        }
        return !after.equals(before);
    }
}
