package dev.sightglass.deployment.chart.crd;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.List;
import java.util.Map;

/** {@code cilium.io/v2}, see https://docs.cilium.io/en/stable/security/policy/. */
public record CiliumNetworkPolicy(String apiVersion, String kind, ObjectMeta metadata,
    @JsonProperty(required = true) Spec spec) {

    record Spec(String description, @JsonProperty(required = true) LabelSelector endpointSelector,
        List<Ingress> ingress,
        List<Egress> egress) {}

    record Ingress(List<LabelSelector> fromEndpoints, List<String> fromEntities, List<String> fromCIDR,
        List<PortRule> toPorts) {}

    record Egress(List<LabelSelector> toEndpoints, List<String> toEntities, List<String> toCIDR,
        List<Map<String, String>> toFQDNs, List<PortRule> toPorts) {}

    record PortRule(@JsonProperty(required = true) List<Port> ports, Rules rules) {}

    record Port(@JsonProperty(required = true) String port, String protocol) {}

    record Rules(List<Map<String, String>> dns) {}
}
