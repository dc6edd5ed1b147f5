package dev.sightglass.deployment.chart.crd;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.ObjectMeta;

/** The Grafana operator's {@code grafana.integreatly.org/v1beta1}, see https://grafana.github.io/grafana-operator/docs/api/. */
public record GrafanaDashboard(String apiVersion, String kind, ObjectMeta metadata,
    @JsonProperty(required = true) Spec spec) {

    record Spec(@JsonProperty(required = true) LabelSelector instanceSelector, String folder, String folderUID,
        String folderRef, boolean allowCrossNamespaceImport, String resyncPeriod, String uid, boolean suspend,
        String json,
        ConfigMapKey configMapRef) {}

    record ConfigMapKey(@JsonProperty(required = true) String name, @JsonProperty(required = true) String key) {}
}
