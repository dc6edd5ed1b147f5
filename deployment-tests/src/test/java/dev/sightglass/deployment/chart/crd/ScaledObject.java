package dev.sightglass.deployment.chart.crd;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectReference;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerBehavior;
import java.util.List;
import java.util.Map;

/** KEDA's {@code keda.sh/v1alpha1}, see https://keda.sh/docs/latest/reference/scaledobject-spec/. */
public record ScaledObject(String apiVersion, String kind, ObjectMeta metadata,
    @JsonProperty(required = true) Spec spec) {

    record Spec(@JsonProperty(required = true) ObjectReference scaleTargetRef, int pollingInterval, int cooldownPeriod,
        int initialCooldownPeriod, int idleReplicaCount, int minReplicaCount, int maxReplicaCount, Fallback fallback,
        Advanced advanced, @JsonProperty(required = true) List<Trigger> triggers) {}

    record Fallback(@JsonProperty(required = true) int failureThreshold, @JsonProperty(required = true) int replicas,
        String behavior) {}

    record Advanced(boolean restoreToOriginalReplicaCount, AutoscalerConfig horizontalPodAutoscalerConfig) {}

    record AutoscalerConfig(String name, HorizontalPodAutoscalerBehavior behavior) {}

    record Trigger(@JsonProperty(required = true) String type, String name, boolean useCachedMetrics, String metricType,
        @JsonProperty(required = true) Map<String, String> metadata, Map<String, String> authenticationRef) {}
}
