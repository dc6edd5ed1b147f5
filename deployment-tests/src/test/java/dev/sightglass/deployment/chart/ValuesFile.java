package dev.sightglass.deployment.chart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;

/**
 * values.yaml with the comments in it.
 *
 * @param defaults the values themselves
 * @param entries what is described, in the order of the file
 */
record ValuesFile(JsonNode defaults, List<Entry> entries) {

    private static final Pattern SECTION = Pattern.compile("# ---- (.*)");
    private static final Pattern COMMENT = Pattern.compile(" *# ([^-].*)");
    private static final Pattern KEY = Pattern.compile("( *)([A-Za-z][A-Za-z0-9]*):.*");

    /** A described value; the comment above its key is its description. */
    record Entry(String section, String path, String description) {

        boolean covers(String leaf) {
            return leaf.equals(path) || leaf.startsWith(path + ".");
        }
    }

    static ValuesFile read() {
        try {
            var text = Files.readString(Chart.FOLDER.resolve("values.yaml"));
            return new ValuesFile(new YAMLMapper().readTree(text), entries(text));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<Entry> entries(String text) {
        var entries = new ArrayList<Entry>();
        Deque<String> path = new ArrayDeque<>();
        var section = "Names and labels";
        var comment = "";
        for (var line : text.lines().toList()) {
            var heading = SECTION.matcher(line);
            var remark = COMMENT.matcher(line);
            var key = KEY.matcher(line);
            if (heading.matches()) {
                section = heading.group(1);
            } else if (remark.matches()) {
                comment = (comment + " " + remark.group(1)).strip();
            } else if (key.matches()) {
                while (path.size() > key.group(1).length() / 2) {
                    path.removeLast();
                }
                path.addLast(key.group(2));
                if (!comment.isEmpty()) {
                    entries.add(new Entry(section, String.join(".", path), comment));
                }
                comment = "";
            } else {
                comment = "";
            }
        }
        return entries;
    }

    /** The paths of all values that hold no further map with content. */
    List<String> leaves() {
        var leaves = new ArrayList<String>();
        collect(defaults, "", leaves);
        return leaves;
    }

    private static void collect(JsonNode node, String path, List<String> leaves) {
        if (node.isObject() && !node.isEmpty()) {
            node.properties().forEach(
                child -> collect(child.getValue(), path.isEmpty() ? child.getKey() : path + "." + child.getKey(),
                    leaves));
        } else {
            leaves.add(path);
        }
    }

    JsonNode value(String path) {
        return defaults.at("/" + path.replace('.', '/'));
    }
}
