package dev.sightglass.deployment.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pod Security Standard "restricted", over every container of every pod, and a read-only root besides. */
class PodSecurityTest {

    private static final Set<String> VOLUMES = Set.of("configMap", "csi", "downwardAPI", "emptyDir", "ephemeral",
        "persistentVolumeClaim", "projected", "secret");

    static Stream<String> shapes() {
        return Chart.shapes();
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void everyContainerIsRestricted(String shape) {
        var specs = Chart.ci(shape).render().podSpecs().toList();

        assertThat(specs).isNotEmpty().allSatisfy(PodSecurityTest::podIsRestricted);
        assertThat(specs.stream().flatMap(Manifests::containers)).isNotEmpty()
            .allSatisfy(PodSecurityTest::containerIsRestricted);
    }

    private static void podIsRestricted(JsonNode spec) {
        var security = spec.path("securityContext");
        assertThat(security.path("runAsNonRoot").asBoolean()).isTrue();
        assertThat(security.path("runAsUser").asInt()).isPositive();
        assertThat(security.at("/seccompProfile/type").asText()).isIn("RuntimeDefault", "Localhost");
        assertThat(spec.path("automountServiceAccountToken").asBoolean(true)).isFalse();
        for (var shared : new String[]{"hostNetwork", "hostPID", "hostIPC"}) {
            assertThat(spec.path(shared).asBoolean()).as(shared).isFalse();
        }
        assertThat(Manifests.elements(spec.path("volumes"))).allSatisfy(volume -> {
            assertThat(volume.properties()).extracting(field -> field.getKey()).filteredOn(key -> !key.equals("name"))
                .hasSize(1).isSubsetOf(VOLUMES);
        });
    }

    private static void containerIsRestricted(JsonNode container) {
        var security = container.path("securityContext");
        assertThat(security.path("allowPrivilegeEscalation").asBoolean(true)).isFalse();
        assertThat(security.path("privileged").asBoolean()).isFalse();
        assertThat(security.path("readOnlyRootFilesystem").asBoolean()).isTrue();
        assertThat(security.at("/capabilities/drop/0").asText()).isEqualTo("ALL");
        assertThat(security.at("/capabilities/add").isMissingNode()).isTrue();
        assertThat(Manifests.elements(container.path("ports"))).allSatisfy(
            port -> assertThat(port.has("hostPort")).isFalse());
    }
}
