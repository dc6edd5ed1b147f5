package dev.sightglass.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * One page.
 *
 * @param file where it is
 * @param lines its text
 */
record Page(Path file, List<String> lines) {

    private static final Pattern LINK = Pattern.compile("\\[[^\\]]*]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("#{1,6} +(.*)");
    private static final Pattern FENCE = Pattern.compile(" *```([a-z]*)");

    /**
     * A fenced block.
     *
     * @param language as the page names it; may be empty
     * @param line of the page on which its text begins, from 1
     * @param lines its text
     */
    record Fence(String language, int line, List<String> lines) {

        String text() {
            return String.join("\n", lines) + "\n";
        }
    }

    static Page read(Path file) {
        try {
            return new Page(file, Files.readAllLines(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    String name() {
        return Pages.ROOT.relativize(file).toString();
    }

    Path folder() {
        return Objects.requireNonNull(file.getParent());
    }

    String text() {
        return String.join("\n", lines) + "\n";
    }

    List<Fence> fences() {
        var fences = new ArrayList<Fence>();
        for (int i = 0; i < lines.size(); i++) {
            var opening = FENCE.matcher(lines.get(i));
            if (opening.matches()) {
                int end = i + 1;
                while (!lines.get(end).strip().equals("```")) {
                    end++;
                }
                fences.add(new Fence(opening.group(1), i + 2, lines.subList(i + 1, end)));
                i = end;
            }
        }
        return fences;
    }

    /** The lines outside of fences, as they stand on the page; those inside are empty. */
    List<String> prose() {
        var prose = new ArrayList<>(lines);
        for (var fence : fences()) {
            for (int i = -1; i <= fence.lines().size(); i++) {
                prose.set(fence.line() - 1 + i, "");
            }
        }
        return prose;
    }

    List<String> links() {
        return prose().stream().flatMap(line -> LINK.matcher(line.replaceAll("`[^`]*`", "")).results())
            .map(link -> link.group(1)).toList();
    }

    /** The anchors of its headings, as repository browsers make them. */
    List<String> anchors() {
        Map<String, Integer> seen = new HashMap<>();
        return prose().stream().map(HEADING::matcher).filter(heading -> heading.matches()).map(heading -> {
            var anchor = heading.group(1).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", "").strip()
                .replace(' ', '-');
            int before = seen.merge(anchor, 1, Integer::sum) - 1;
            return before == 0 ? anchor : anchor + "-" + before;
        }).toList();
    }

    @Override
    public String toString() {
        return name();
    }
}
