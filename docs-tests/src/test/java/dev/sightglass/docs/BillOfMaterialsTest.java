package dev.sightglass.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The bill of materials lists what ships, and nothing else. */
class BillOfMaterialsTest {

    private static final Path TARGET = Pages.ROOT.resolve("client-service/target");
    private static final Pattern CLASSIFIER = Pattern.compile("[?&]classifier=([^&]+)");

    @Test
    void listsEveryLibraryThatIsPackaged() throws IOException {
        var bill = new ObjectMapper().readTree(Files.readString(TARGET.resolve("sightglass-sbom.json")));
        var listed = new TreeSet<String>();
        bill.path("components").forEach(component -> listed.add(jar(component)));

        try (var files = Files.list(TARGET.resolve("lib"))) {
            var packaged = new TreeSet<>(files.map(file -> String.valueOf(file.getFileName())).toList());

            assertThat(packaged).hasSizeGreaterThan(30);
            assertThat(listed).isEqualTo(packaged);
        }
        assertThat(bill.path("bomFormat").asText()).isEqualTo("CycloneDX");
    }

    private static String jar(JsonNode component) {
        var classifier = CLASSIFIER.matcher(component.path("purl").asText());
        return component.path("name").asText() + "-" + component.path("version").asText()
            + (classifier.find() ? "-" + classifier.group(1) : "") + ".jar";
    }
}
