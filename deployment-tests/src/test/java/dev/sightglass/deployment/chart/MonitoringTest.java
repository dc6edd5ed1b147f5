package dev.sightglass.deployment.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every pod is scraped once, on a port that the network policy lets in, in the best format. */
class MonitoringTest {

    static Stream<String> shapes() {
        return Chart.shapes();
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void everyPodIsScrapedOnce(String shape) {
        var manifests = Chart.ci(shape).render();
        var pod = manifests.podTemplate().at("/metadata");
        long byService = manifests.kind("ServiceMonitor").mapToLong(monitor -> manifests.kind("Service")
            .filter(service -> matches(monitor, service.path("metadata"))).count()).sum();
        long byPod = manifests.kind("PodMonitor").filter(monitor -> matches(monitor, pod)).count();
        long byAnnotation = pod.at("/annotations/prometheus.io~1scrape").asBoolean() ? 1 : 0;

        assertThat(byService + byPod + byAnnotation).isEqualTo(1);
    }

    private static boolean matches(JsonNode monitor, JsonNode metadata) {
        return metadata.path("labels").properties().containsAll(monitor.at("/spec/selector/matchLabels").properties());
    }

    @ParameterizedTest
    @ValueSource(strings = {"serviceMonitor", "podMonitor"})
    void nativeHistogramsComeByProtobufAndTheirFieldsStandInTheSpec(String monitor) {
        var manifests = Chart.ci("sqlite").and(monitor + ": {enabled: true, scrapeNativeHistograms: true, "
            + "nativeHistogramBucketLimit: 100, nativeHistogramMinBucketFactor: '1.1', convertClassicHistogramsToNHCB: false}")
            .render();
        var spec =
            Stream.concat(manifests.kind("ServiceMonitor"), manifests.kind("PodMonitor")).findFirst().orElseThrow()
                .path("spec");

        assertThat(spec.at("/scrapeProtocols/0").asText()).isEqualTo("PrometheusProto");
        assertThat(spec.path("scrapeNativeHistograms").asBoolean()).isTrue();
        assertThat(spec.path("scrapeClassicHistograms").asBoolean()).isTrue();
        assertThat(spec.path("nativeHistogramBucketLimit").asInt()).isEqualTo(100);
        assertThat(spec.path("convertClassicHistogramsToNHCB").asBoolean(true)).isFalse();
        assertThat(manifests.podTemplate().at("/metadata/annotations").has("prometheus.io/scrape")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"production", "production-postgresql", "guarded"})
    void theNetworkPolicyLetsTheScraperInWhereTheMonitorsLook(String shape) {
        var manifests = Chart.ci(shape).render();
        var scraped = manifests.all().stream().filter(object -> object.path("kind").asText().endsWith("Monitor"))
            .map(monitor -> monitor.path("spec").findValue("port").asText()).toList();
        var admitted = Stream.concat(manifests.kind("NetworkPolicy"), manifests.kind("CiliumNetworkPolicy"))
            .flatMap(policy -> policy.at("/spec/ingress").findValuesAsText("port").stream()).toList();

        assertThat(scraped).hasSize(1).allSatisfy(name -> assertThat(admitted).containsAnyOf(name,
            Manifests.elements(manifests.container().path("ports"))
                .filter(port -> port.path("name").asText().equals(name))
                .findFirst().orElseThrow().path("containerPort").asText()));
    }

    @Test
    void theScraperIsItsOwnValueAndHelmTestIsLetIn() {
        var ingress = Chart.ci("production").render().only("NetworkPolicy").at("/spec/ingress");

        assertThat(ingress.at("/1/from/0/podSelector/matchLabels/app.kubernetes.io~1name").asText())
            .isEqualTo("prometheus");
        assertThat(ingress.at("/0/from").findValuesAsText("app.kubernetes.io/component")).containsExactly("test");
    }

    @ParameterizedTest
    @CsvSource({"https://a.example.com,443", "http://a.example.com,80", "https://a.example.com:8443,8443",
        "https://a.example.com:8443/api,8443"})
    void theWayToTheServerIsOpenOnItsPort(String url, int port) {
        var policy = Chart.ci("sqlite").and("wats: {url: '%s'}\nnetworkPolicy: {enabled: true}".formatted(url)).render()
            .only("NetworkPolicy");

        assertThat(policy.at("/spec/egress/1/ports/0/port").asInt()).isEqualTo(port);
    }

    @Test
    void tlsAndTokenOfTheManagementPortAreKnownToProbesAndMonitor() {
        var manifests = Chart.ci("guarded").render();
        var endpoint = manifests.only("ServiceMonitor").at("/spec/endpoints/0");

        assertThat(manifests.container().at("/readinessProbe/httpGet/scheme").asText()).isEqualTo("HTTPS");
        assertThat(manifests.container().at("/readinessProbe/httpGet/path").asText()).isEqualTo("/ops/health/ready");
        assertThat(endpoint.path("scheme").asText()).isEqualTo("https");
        assertThat(endpoint.path("path").asText()).isEqualTo("/ops/metrics");
        assertThat(endpoint.at("/tlsConfig/ca/secret/name").asText()).isEqualTo("management-tls");
        assertThat(endpoint.at("/authorization/credentials/name").asText()).isEqualTo("management-token");
        assertThat(manifests.configuration().at("/management/tls/certificate").asText()).endsWith("tls.crt");
        assertThat(List.of(endpoint.at("/tlsConfig/serverName").asText())).containsExactly("line-sightglass.tests.svc");
    }
}
