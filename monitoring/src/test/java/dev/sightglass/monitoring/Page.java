package dev.sightglass.monitoring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page as it is published.
 *
 * @param path in the project
 * @param text Markdown
 */
public record Page(String path, String text) {

    /** Its queries are the rules', which Prometheus itself evaluates. */
    private static final String OF_RULES = "docs/reference/alerts.md";

    private static final Pattern QUERIES = Pattern.compile("```promql\\n(.*?)\\n```", Pattern.DOTALL);
    private static final Pattern COMMANDS = Pattern.compile("```sh\\n(.*?)\\n```", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("]\\(([^)]+)\\)");

    public static Page runbook(String alert) {
        return of("docs/runbooks/" + alert + ".md");
    }

    /** Every page with queries for people: the README and all under docs. */
    public static List<Page> withQueries() throws IOException {
        try (var docs = Files.walk(Project.ROOT.resolve("docs"))) {
            var pages = docs.map(Project.ROOT::relativize).map(Path::toString)
                .filter(path -> path.endsWith(".md") && !path.equals(OF_RULES)).sorted();
            return Stream.concat(Stream.of("README.md"), pages).map(Page::of)
                .filter(page -> !page.queries().isEmpty()).toList();
        }
    }

    private static Page of(String path) {
        return new Page(path, Project.read(path));
    }

    /** Those of its blocks of PromQL, in which an empty line parts one from the next. */
    public List<String> queries() {
        return QUERIES.matcher(text).results().flatMap(found -> Stream.of(found.group(1).split("\n\\s*\n"))).toList();
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
