package dev.sightglass.monitoring.output;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator.Feature;

/** YAML as people write it: long texts as blocks, no needless quotes. */
final class Yaml {

    private static final ObjectMapper MAPPER =
        new ObjectMapper(YAMLFactory.builder().enable(Feature.LITERAL_BLOCK_STYLE)
            .enable(Feature.MINIMIZE_QUOTES).enable(Feature.INDENT_ARRAYS_WITH_INDICATOR).disable(Feature.SPLIT_LINES)
            .disable(Feature.WRITE_DOC_START_MARKER).build());

    private Yaml() {}

    static String write(Object tree) {
        try {
            return MAPPER.writeValueAsString(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of maps and lists can always be written; this is a bug", e);
        }
    }
}
