package dev.sightglass.metrics.testing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compares a scrape in the text format with what was declared. */
final class ScrapeCheck {
    private static final Pattern SERIES = Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)})?\\s+\\S+.*");
    private static final Pattern LABEL = Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"(?:[^\"\\\\]|\\\\.)*\"");

    private final Vocabulary vocabulary;
    private final Set<String> maybeAbsent;

    ScrapeCheck(Vocabulary vocabulary, Set<String> maybeAbsent) {
        this.vocabulary = vocabulary;
        this.maybeAbsent = maybeAbsent;
    }

    List<String> violations(String scrape) {
        Set<String> seen = new HashSet<>();
        Set<String> violations = new TreeSet<>();
        scrape.lines()
            .filter(line -> !line.startsWith("#") && line.startsWith(vocabulary.namespace() + "_"))
            .forEach(line -> check(line, seen, violations));
        List<String> all = new ArrayList<>();
        for (String family : vocabulary.families()) {
            if (!seen.contains(family) && !maybeAbsent.contains(family)) {
                all.add(family + ": is declared, but has no series. Give it one at start, or name it in maybeAbsent");
            }
        }
        all.addAll(violations);
        return all;
    }

    private void check(String line, Set<String> seen, Set<String> violations) {
        Matcher matcher = SERIES.matcher(line);
        if (!matcher.matches()) {
            violations.add("not a series: " + line);
            return;
        }
        String series = matcher.group(1);
        String family = vocabulary.familyBySeries().get(series);
        if (family == null) {
            violations.add(series + ": is in the scrape, but not declared");
            return;
        }
        seen.add(family);
        Set<String> declared = Objects.requireNonNullElse(vocabulary.labels(series), Set.of());
        Set<String> found = new TreeSet<>();
        Matcher labels = LABEL.matcher(matcher.group(2) == null ? "" : matcher.group(2));
        while (labels.find()) {
            found.add(labels.group(1));
        }
        if (!found.equals(declared)) {
            violations.add(series + ": is declared with labels " + new TreeSet<>(declared) + ". Found: " + found);
        }
    }
}
