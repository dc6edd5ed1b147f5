package dev.sightglass.deployment.chart.crd;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.List;
import java.util.Map;

/** {@code autoscaling.k8s.io/v1}, see https://github.com/kubernetes/autoscaler. */
public record VerticalPodAutoscaler(String apiVersion, String kind, ObjectMeta metadata,
    @JsonProperty(required = true) Spec spec) {

    record Spec(@JsonProperty(required = true) Target targetRef, UpdatePolicy updatePolicy,
        ResourcePolicy resourcePolicy,
        List<Map<String, String>> recommenders) {}

    record Target(@JsonProperty(required = true) String apiVersion, @JsonProperty(required = true) String kind,
        @JsonProperty(required = true) String name) {}

    record UpdatePolicy(String updateMode, int minReplicas) {}

    record ResourcePolicy(List<ContainerPolicy> containerPolicies) {}

    record ContainerPolicy(String containerName, String mode, Map<String, String> minAllowed,
        Map<String, String> maxAllowed,
        List<String> controlledResources, String controlledValues) {}
}
