package dev.sightglass.monitoring;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A runbook as it is published.
 *
 * @param alert whose
 * @param text Markdown
 */
public record Runbooks(String alert, String text) {

    private static final Pattern QUERY = Pattern.compile("```promql\\n(.*?)\\n```", Pattern.DOTALL);
    private static final Pattern COMMANDS = Pattern.compile("```sh\\n(.*?)\\n```", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("]\\(([^)]+)\\)");

    public static Runbooks of(String alert) {
        return new Runbooks(alert, Project.read("docs/runbooks/" + alert + ".md"));
    }

    public List<String> queries() {
        return QUERY.matcher(text).results().map(found -> found.group(1)).toList();
    }

    /** The lines of shell blocks. */
    public List<String> commands() {
        return COMMANDS.matcher(text).results().flatMap(found -> found.group(1).lines()).toList();
    }

    List<String> links() {
        return LINK.matcher(text).results().map(found -> found.group(1)).toList();
    }

    List<String> sections() {
        return text.lines().filter(line -> line.startsWith("## ")).map(line -> line.substring(3)).toList();
    }
}
