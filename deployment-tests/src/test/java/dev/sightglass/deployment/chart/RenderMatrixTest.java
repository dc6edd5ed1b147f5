package dev.sightglass.deployment.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RenderMatrixTest {

    /** Stable in every Kubernetes from 1.27 on, and the resources of operators in the version that they serve. */
    private static final Set<String> VERSIONS =
        Set.of("v1", "apps/v1", "autoscaling/v2", "networking.k8s.io/v1", "policy/v1", "gateway.networking.k8s.io/v1",
            "monitoring.coreos.com/v1", "keda.sh/v1alpha1", "autoscaling.k8s.io/v1", "cilium.io/v2",
            "grafana.integreatly.org/v1beta1");

    private final StrictTypes types = new StrictTypes();

    static Stream<String> shapes() {
        return Chart.shapes();
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void everyShapeRendersOnEveryKubernetesAndHoldsNoUnknownOrMissingField(String shape) {
        Chart.versions().forEach(version -> {
            var manifests = Chart.ci(shape).on(version).render();

            assertThat(manifests.all()).as(version).isNotEmpty().allSatisfy(types::check);
            assertThat(manifests.all()).extracting(object -> object.path("apiVersion").asText()).isSubsetOf(VERSIONS);
        });
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void noNameIsTakenTwice(String shape) {
        assertThat(Chart.ci(shape).render().all())
            .extracting(object -> object.path("kind").asText() + " " + object.at("/metadata/name").asText())
            .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void everyObjectSaysWhatItBelongsTo(String shape) {
        assertThat(Chart.ci(shape).render().all()).allSatisfy(object -> {
            JsonNode labels = object.at("/metadata/labels");
            assertThat(labels.path("app.kubernetes.io/instance").asText()).isEqualTo(Chart.RELEASE);
            assertThat(labels.path("app.kubernetes.io/managed-by").asText()).isEqualTo("Helm");
            assertThat(labels.path("helm.sh/chart").asText()).startsWith("sightglass-");
            assertThat(object.at("/metadata/namespace").asText()).isNotEmpty();
        });
    }

    @Test
    void anOlderKubernetesIsRefused() {
        assertThatThrownBy(() -> Chart.ci("sqlite").on("v1.26.15").render())
            .hasMessageContaining("chart requires kubeVersion: >=1.27.0-0");
    }
}
