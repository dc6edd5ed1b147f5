package dev.sightglass.deployment.chart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Objects that Helm rendered.
 *
 * @param all of them, in Helm's order
 */
public record Manifests(List<JsonNode> all) {

    static Manifests parse(String text) {
        var mapper = new YAMLMapper();
        try (var documents = mapper.readerFor(JsonNode.class).<JsonNode>readValues(text)) {
            return new Manifests(documents.readAll().stream().filter(JsonNode::isObject).toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * The objects of one kind.
     *
     * @param kind such as {@code Service}
     * @return the objects
     */
    public Stream<JsonNode> kind(String kind) {
        return all.stream().filter(object -> object.path("kind").asText().equals(kind));
    }

    JsonNode only(String kind) {
        var found = kind(kind).toList();
        if (found.size() != 1) {
            throw new AssertionError("expected one " + kind + ", found " + found.size());
        }
        return found.getFirst();
    }

    boolean has(String kind) {
        return kind(kind).findAny().isPresent();
    }

    /** The StatefulSet or Deployment. */
    JsonNode workload() {
        return Optional.of(kind("Deployment")).flatMap(Stream::findFirst).orElseGet(() -> only("StatefulSet"));
    }

    JsonNode podTemplate() {
        return workload().at("/spec/template");
    }

    /** The service's container. */
    JsonNode container() {
        return podTemplate().at("/spec/containers/0");
    }

    /** The specification of every pod that comes of these objects, tests included. */
    Stream<JsonNode> podSpecs() {
        return all.stream().map(object -> object.path("kind").asText().equals("Pod") ? object.path("spec")
            : object.at("/spec/template/spec")).filter(JsonNode::isObject);
    }

    /** Every container of a pod, those that run before it included. */
    static Stream<JsonNode> containers(JsonNode podSpec) {
        return Stream.of("initContainers", "containers").flatMap(list -> elements(podSpec.path(list)));
    }

    /**
     * The service's configuration as an object of the cluster.
     *
     * @return the ConfigMap
     */
    public JsonNode configMap() {
        return kind("ConfigMap").filter(map -> map.path("data").has("sightglass.yml")).findFirst().orElseThrow();
    }

    /** What the service reads. */
    JsonNode configuration() {
        return parse(configMap().at("/data/sightglass.yml").asText()).all().getFirst().path("sightglass");
    }

    static Stream<JsonNode> elements(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
