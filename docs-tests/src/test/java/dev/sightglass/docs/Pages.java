package dev.sightglass.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Every page of the repository. */
final class Pages {

    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Set<String> NOT_OURS = Set.of("target", "node_modules", ".git");

    private Pages() {}

    static List<Page> all() {
        try (var files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                .filter(file -> Stream.of(ROOT.relativize(file).toString().split("/")).noneMatch(NOT_OURS::contains))
                .sorted().map(Page::read).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A page that has to be there. */
    static Page page(String path) {
        return Page.read(ROOT.resolve(path));
    }
}
