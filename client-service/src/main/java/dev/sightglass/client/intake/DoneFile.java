package dev.sightglass.client.intake;

import java.nio.file.Path;

/** The convention by which another file says that a file is finished. */
record DoneFile(String template) {

    DoneFile {
        var named = template.contains("{name}") || template.contains("{stem}");
        if (!named || template.equals("{name}") || template.contains("/") || template.contains("\\")) {
            throw new IllegalArgumentException(
                "must be a file name made from {name} or {stem}, such as {name}.done. Found: '" + template + "'");
        }
    }

    Path of(Path file) {
        var name = file.getFileName().toString();
        var dot = name.lastIndexOf('.');
        var stem = dot > 0 ? name.substring(0, dot) : name;
        return file.resolveSibling(template.replace("{name}", name).replace("{stem}", stem));
    }

    /** Whether a name has the form of a done-file. */
    boolean includes(String name) {
        var open = template.indexOf('{');
        var close = template.indexOf('}');
        var before = template.substring(0, open);
        var after = template.substring(close + 1);
        return name.length() > before.length() + after.length() && name.startsWith(before) && name.endsWith(after);
    }
}
