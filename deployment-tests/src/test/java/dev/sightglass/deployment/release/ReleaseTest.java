package dev.sightglass.deployment.release;

import static org.assertj.core.api.Assertions.assertThat;

import com.marcnuri.helm.Helm;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The life of a release: what Helm makes, changes and takes away. */
@Timeout(120)
class ReleaseTest {

    private static final Path CHART = Path.of("../helm/sightglass");
    private static final String SERVER = "https://company.wats.com";

    @Test
    void isInstalledUpgradedAndUninstalledWithoutALeftOver() throws Exception {
        try (var api = new ApiDouble()) {
            var installed = new Helm(CHART).install().withName("line").withNamespace("tests")
                .withKubeConfigContents(api.kubeConfig()).disableOpenApiValidation().set("wats.url", SERVER)
                .set("wats.token", "dG9rZW4=").set("serviceMonitor.enabled", true).call();

            assertThat(installed.getStatus()).isEqualTo("deployed");
            assertThat(installed.getOutput()).as("the notes name the next commands")
                .contains("rollout status statefulset/line-sightglass", "helm test -n tests line", "/health/details",
                    "kubectl get prometheus -A", "resources.limits.memory is not set");
            assertThat(api.names()).containsExactlyInAnyOrder("configmaps/line-sightglass", "secrets/line-sightglass",
                "serviceaccounts/line-sightglass", "services/line-sightglass", "statefulsets/line-sightglass",
                "servicemonitors/line-sightglass");

            var before = api.object("statefulsets/line-sightglass");
            var upgraded = new Helm(CHART).upgrade().withName("line").withNamespace("tests")
                .withKubeConfigContents(api.kubeConfig()).disableOpenApiValidation().reuseValues()
                .set("station.location", "Oslo").set("serviceMonitor.enabled", false).call();

            var after = api.object("statefulsets/line-sightglass");
            assertThat(upgraded.getRevision()).isEqualTo("2");
            assertThat(api.names()).doesNotContain("servicemonitors/line-sightglass");
            assertThat(api.object("configmaps/line-sightglass").at("/data/sightglass.yml").asText())
                .contains("location: Oslo");
            assertThat(after.at("/spec/template/metadata/annotations/checksum~1config"))
                .isNotEqualTo(before.at("/spec/template/metadata/annotations/checksum~1config"));
            assertThat(after.at("/spec/selector")).isEqualTo(before.at("/spec/selector"));

            Helm.uninstall("line").withNamespace("tests").withKubeConfigContents(api.kubeConfig()).call();

            assertThat(api.names()).isEmpty();
        }
    }
}
