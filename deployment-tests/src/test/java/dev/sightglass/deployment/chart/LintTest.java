package dev.sightglass.deployment.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.marcnuri.helm.Helm;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class LintTest {

    @Test
    void helmFindsNothingToComplainAbout() {
        var result = new Helm(Chart.FOLDER).lint().strict().call();

        assertThat(result.isFailed()).as(String.join("\n", result.getMessages())).isFalse();
    }

    @Test
    void theImageThatItNamesIsTheOneThatItRuns() throws Exception {
        var chart = new YAMLMapper().readTree(Chart.FOLDER.resolve("Chart.yaml").toFile());

        assertThat(chart.at("/annotations/artifacthub.io~1images").asText())
            .contains(Chart.ci("sqlite").render().container().path("image").asText());
        assertThat(Files.readString(Path.of("../pom.xml")))
            .contains("<version>" + chart.path("appVersion").asText() + "</version>");
    }

    @Test
    void nothingDependsOnWhatTheClusterSaysItCan() throws Exception {
        // helm template and Argo CD know no cluster: a monitor would silently be missing
        try (var templates = Files.walk(Chart.FOLDER.resolve("templates"))) {
            for (var template : templates.filter(Files::isRegularFile).toList()) {
                assertThat(template).content().doesNotContain(".Capabilities");
            }
        }
    }
}
