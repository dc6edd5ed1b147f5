package dev.sightglass.deployment.chart;

import static java.util.Map.entry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import dev.sightglass.deployment.chart.crd.CiliumNetworkPolicy;
import dev.sightglass.deployment.chart.crd.GrafanaDashboard;
import dev.sightglass.deployment.chart.crd.ScaledObject;
import dev.sightglass.deployment.chart.crd.VerticalPodAutoscaler;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.openshift.api.model.monitoring.v1.PodMonitor;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Ingress;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1Pod;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Secret;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1ServiceAccount;
import io.kubernetes.client.openapi.models.V1StatefulSet;
import io.kubernetes.client.openapi.models.V2HorizontalPodAutoscaler;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Finds fields that the API server does not know, and some that it misses: Helm and lint let both pass. */
final class StrictTypes {

    /** Checks an object of Kubernetes itself, down to every unknown and missing field. */
    private interface Validation {
        void check(JsonElement object) throws IOException;
    }

    private static final Map<String, Validation> KUBERNETES = Map.ofEntries(
        entry("ConfigMap", V1ConfigMap::validateJsonElement), entry("Deployment", V1Deployment::validateJsonElement),
        entry("HorizontalPodAutoscaler", V2HorizontalPodAutoscaler::validateJsonElement),
        entry("Ingress", V1Ingress::validateJsonElement), entry("NetworkPolicy", V1NetworkPolicy::validateJsonElement),
        entry("Pod", V1Pod::validateJsonElement),
        entry("PodDisruptionBudget", V1PodDisruptionBudget::validateJsonElement),
        entry("Secret", V1Secret::validateJsonElement), entry("Service", V1Service::validateJsonElement),
        entry("ServiceAccount", V1ServiceAccount::validateJsonElement),
        entry("StatefulSet", V1StatefulSet::validateJsonElement));

    private static final Map<String, Class<?>> OPERATORS = Map.of("ServiceMonitor", ServiceMonitor.class, "PodMonitor",
        PodMonitor.class, "PrometheusRule", PrometheusRule.class, "HTTPRoute", HTTPRoute.class, "ScaledObject",
        ScaledObject.class, "VerticalPodAutoscaler", VerticalPodAutoscaler.class, "CiliumNetworkPolicy",
        CiliumNetworkPolicy.class, "GrafanaDashboard", GrafanaDashboard.class);

    /** What the types of fabric8 do not say: without these the operator takes no notice of the object. */
    private static final Map<String, List<String>> REQUIRED =
        Map.of("ServiceMonitor", List.of("/spec/selector", "/spec/endpoints/0/port"), "PodMonitor",
            List.of("/spec/selector", "/spec/podMetricsEndpoints/0/port"), "PrometheusRule",
            List.of("/spec/groups/0/name", "/spec/groups/0/rules/0/expr"), "HTTPRoute",
            List.of("/spec/parentRefs/0/name", "/spec/rules/0/backendRefs/0/name"));

    private final ObjectMapper strict = strict();

    void check(JsonNode object) {
        var kind = object.path("kind").asText();
        try {
            if (KUBERNETES.containsKey(kind)) {
                KUBERNETES.get(kind).check(JsonParser.parseString(object.toString()));
            } else if (OPERATORS.containsKey(kind)) {
                strict.treeToValue(object, OPERATORS.get(kind));
            } else {
                throw new AssertionError("no type is known for " + kind + "; add it to StrictTypes");
            }
        } catch (IOException | IllegalArgumentException wrong) {
            throw new AssertionError(kind + " " + object.at("/metadata/name").asText() + ": " + wrong.getMessage(),
                wrong);
        }
        for (var pointer : REQUIRED.getOrDefault(kind, List.of())) {
            if (object.at(pointer).isMissingNode()) {
                throw new AssertionError(kind + ": " + pointer + " is missing");
            }
        }
    }

    /** fabric8's types keep unknown fields in a map; without its setter they are refused. */
    private static ObjectMapper strict() {
        return new ObjectMapper().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .setAnnotationIntrospector(new JacksonAnnotationIntrospector() {
                private static final long serialVersionUID = 1L;

                @Override
                public Boolean hasAnySetter(Annotated annotated) {
                    return false;
                }
            });
    }

    /** For tests of this class. */
    static JsonNode object(String json) throws JsonProcessingException {
        return new ObjectMapper().readTree(json);
    }
}
