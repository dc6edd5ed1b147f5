package dev.sightglass.deployment.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules of kube-linter, kube-score and polaris that can be told from manifests. */
class GoodPracticeTest {

    static Stream<String> shapes() {
        return Chart.shapes();
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void imagesAreNamedByTagOrDigestAndNeverByLatest(String shape) {
        assertThat(Chart.ci(shape).render().podSpecs().flatMap(Manifests::containers)).allSatisfy(
            container -> assertThat(container.path("image").asText()).containsAnyOf(":", "@sha256:")
                .doesNotEndWith(":latest"));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void probesAskPortsThatTheContainerHasAndDoNotAskTheSame(String shape) {
        var container = Chart.ci(shape).render().container();
        var ports = Manifests.elements(container.path("ports")).map(port -> port.path("name").asText()).toList();
        var probes = Stream.of("startupProbe", "livenessProbe", "readinessProbe").map(container::path).toList();

        assertThat(probes).allSatisfy(
            probe -> assertThat(probe.findValue("port").asText()).isIn(ports)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void selectorsFitTheirPodsAndHoldNothingThatChanges(String shape) {
        var manifests = Chart.ci(shape).render();
        var labels = manifests.podTemplate().at("/metadata/labels");
        var selectors = Stream.of(manifests.workload().at("/spec/selector/matchLabels"),
            manifests.only("Service").at("/spec/selector"));

        assertThat(selectors).allSatisfy(selector -> {
            assertThat(labels.properties()).containsAll(selector.properties());
            assertThat(selector.fieldNames()).toIterable().containsExactlyInAnyOrder("app.kubernetes.io/name",
                "app.kubernetes.io/instance", "app.kubernetes.io/component");
        });
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void whatPointsAtSomethingFindsIt(String shape) {
        var manifests = Chart.ci(shape).render();
        var workload = manifests.workload();
        var labels = manifests.podTemplate().at("/metadata/labels");
        var name = workload.at("/metadata/name").asText();

        for (var kind : List.of("NetworkPolicy", "PodDisruptionBudget", "CiliumNetworkPolicy")) {
            assertThat(manifests.kind(kind)).allSatisfy(object -> assertThat(labels.properties())
                .containsAll(object.findValue("matchLabels").properties()));
        }
        Map.of("HorizontalPodAutoscaler", "/spec/scaleTargetRef", "VerticalPodAutoscaler", "/spec/targetRef")
            .forEach((kind, pointer) -> assertThat(manifests.kind(kind)).allSatisfy(object -> {
                assertThat(object.at(pointer).path("kind").asText()).isEqualTo(workload.path("kind").asText());
                assertThat(object.at(pointer).path("name").asText()).isEqualTo(name);
            }));
        assertThat(manifests.kind("ScaledObject")).allSatisfy(
            object -> assertThat(object.at("/spec/scaleTargetRef/name").asText()).isEqualTo(name));
        manifests.kind("ServiceAccount").forEach(account -> assertThat(account.at("/metadata/name").asText())
            .isEqualTo(manifests.podTemplate().at("/spec/serviceAccountName").asText()));
        assertThat(portNames(manifests.only("Service"), "targetPort"))
            .isSubsetOf(portNames(manifests.container(), "name"));
    }

    private static List<String> portNames(JsonNode object, String field) {
        var ports = object.has("spec") ? object.at("/spec/ports") : object.path("ports");
        return Manifests.elements(ports).map(port -> port.path(field).asText()).toList();
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void noVariableIsSetTwiceAndNoneHoldsASecret(String shape) {
        var manifests = Chart.ci(shape).render();

        assertThat(manifests.podSpecs().flatMap(Manifests::containers)).allSatisfy(container -> {
            var names = Manifests.elements(container.path("env")).map(entry -> entry.path("name").asText()).toList();
            assertThat(names).doesNotHaveDuplicates().noneMatch(name -> name.matches(".*(TOKEN|PASSWORD|SECRET).*"));
        });
        var config = manifests.configMap().toString();
        assertThat(config).doesNotContain("\"token\":").doesNotContain("password:");
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void replicasAreLeftOutWhenSomebodyElseScales(String shape) {
        var manifests = Chart.ci(shape).render();
        boolean scaled = manifests.has("HorizontalPodAutoscaler") || manifests.has("ScaledObject");

        assertThat(manifests.workload().at("/spec/replicas").isMissingNode()).isEqualTo(scaled);
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void severalReplicasAreSpreadAndKeepABudgetThatLetsNodesDrain(String shape) {
        var manifests = Chart.ci(shape).render();
        if (manifests.has("StatefulSet")) {
            assertThat(manifests.has("PodDisruptionBudget")).isFalse();
            return;
        }
        var budget = manifests.only("PodDisruptionBudget").path("spec");
        assertThat(budget.path("maxUnavailable").asInt()).isPositive();
        assertThat(budget.path("unhealthyPodEvictionPolicy").asText()).isEqualTo("AlwaysAllow");
        assertThat(Manifests.elements(manifests.podTemplate().at("/spec/topologySpreadConstraints")))
            .extracting(constraint -> constraint.path("topologyKey").asText())
            .contains("kubernetes.io/hostname", "topology.kubernetes.io/zone");
    }

    @ParameterizedTest
    @ValueSource(strings = {"production", "production-postgresql"})
    void productionSetsRequestsAndLimitsAndANetworkPolicy(String shape) {
        var manifests = Chart.ci(shape).render();

        assertThat(manifests.podSpecs().flatMap(Manifests::containers)).allSatisfy(container -> {
            for (var which : List.of("/resources/requests/cpu", "/resources/requests/memory",
                "/resources/limits/memory")) {
                assertThat(container.at(which).isMissingNode()).as(which).isFalse();
            }
            assertThat(container.path("imagePullPolicy").asText()).isEqualTo("Always");
        });
        assertThat(manifests.has("NetworkPolicy")).isTrue();
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void theKillComesAfterTheDrain(String shape) {
        var manifests = Chart.ci(shape).render();
        var config = manifests.configuration();
        int drain = Stream.of(config.at("/intake/stop-timeout"), config.at("/upload/drain"))
            .collect(Collectors.summingInt(text -> Integer.parseInt(text.asText().replace("s", ""))));

        assertThat(manifests.podTemplate().at("/spec/terminationGracePeriodSeconds").asInt()).isGreaterThan(drain);
    }
}
