package dev.sightglass.deployment.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an upgrade does to running pods. */
class RolloutTest {

    @ParameterizedTest
    @ValueSource(strings = {"config: {upload: {concurrency: 3}}", "wats: {url: https://other.wats.com}",
        "station: {location: Bergen}", "podAnnotations: {}\nconfig: {cache: {ttl: 60s}}"})
    void aChangedConfigurationChangesThePods(String values) {
        assertThat(Chart.ci("sqlite").and(values).render().podTemplate())
            .isNotEqualTo(Chart.ci("sqlite").render().podTemplate());
    }

    @Test
    void aChangedTokenDoesNot() {
        assertThat(Chart.ci("secrets").and("wats: {token: bmV3}").render().podTemplate())
            .isEqualTo(Chart.ci("secrets").render().podTemplate());
    }

    /** These can never change without deleting the workload: a change here is a breaking one. */
    @ParameterizedTest
    @CsvSource({"sqlite,StatefulSet", "postgresql,Deployment"})
    void whatCannotChangeHasNotChanged(String shape, String kind) {
        var workload = Chart.ci(shape).render().only(kind);

        assertThat(workload.at("/metadata/name").asText()).isEqualTo("line-sightglass");
        assertThat(workload.at("/spec/selector/matchLabels").toString()).isEqualTo(
            "{\"app.kubernetes.io/name\":\"sightglass\",\"app.kubernetes.io/instance\":\"line\",\"app.kubernetes.io/component\":\"service\"}");
    }

    @Test
    void theClaimAndTheServiceNameOfTheStatefulSetStay() {
        var spec = Chart.ci("sqlite").render().only("StatefulSet").path("spec");

        assertThat(spec.path("serviceName").asText()).isEqualTo("line-sightglass");
        assertThat(spec.at("/volumeClaimTemplates/0/metadata/name").asText()).isEqualTo("data");
        assertThat(spec.at("/volumeClaimTemplates/0/spec").toString()).isEqualTo(
            "{\"accessModes\":[\"ReadWriteOnce\"],\"resources\":{\"requests\":{\"storage\":\"20Gi\"}}}");
    }

    @Test
    void namesOfServicesNextDoorDoNotReachTheEnvironment() {
        // a Service named sightglass would set SIGHTGLASS_PORT, which the service refuses as an unknown key
        assertThat(Chart.ci("sqlite").render().podSpecs())
            .allSatisfy(spec -> assertThat(spec.path("enableServiceLinks").asBoolean(true)).isFalse());
    }

    @Test
    void moreThanOneReplicaOfAQueueInOneVolumeIsImpossible() {
        assertThat(Chart.ci("sqlite").render().only("StatefulSet").at("/spec/replicas").asInt()).isEqualTo(1);
        assertThat(Chart.ci("sqlite").and("replicas: 0").render().only("StatefulSet").at("/spec/replicas").asInt())
            .isZero();
    }
}
