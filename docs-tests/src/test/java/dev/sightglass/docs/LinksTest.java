package dev.sightglass.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Links lead somewhere, and every page under docs can be reached from its index. */
class LinksTest {

    static Stream<Page> pages() {
        return Pages.all().stream();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyLinkLeadsSomewhere(Page page) {
        assertThat(page.links().stream().filter(link -> !leadsSomewhere(page, link))).isEmpty();
    }

    private static boolean leadsSomewhere(Page page, String link) {
        if (link.matches("https?://.*")) {
            return URI.create(link).getHost() != null;
        }
        var parts = link.split("#", 2);
        var target = parts[0].isEmpty() ? page.file() : page.folder().resolve(parts[0]).normalize();
        return Files.exists(target) && target.startsWith(Pages.ROOT)
            && (parts.length == 1 || (Files.isRegularFile(target) && Page.read(target).anchors().contains(parts[1])));
    }

    @Test
    void everyPageCanBeReachedFromTheReadme() {
        var reached = new ArrayList<>(List.of(Pages.page("README.md")));
        for (int i = 0; i < reached.size(); i++) {
            var page = reached.get(i);
            page.links().stream().filter(link -> !link.contains("://")).map(link -> link.split("#", 2)[0])
                .filter(link -> !link.isEmpty()).map(link -> page.folder().resolve(link).normalize())
                .flatMap(LinksTest::pagesAt).map(Page::read)
                .filter(target -> !reached.contains(target)).forEach(reached::add);
        }
        assertThat(reached).map(Page::name).containsAll(Pages.all().stream().map(Page::name).toList());
    }

    /** A browser shows what is in a folder. */
    private static Stream<Path> pagesAt(Path target) {
        if (!Files.isDirectory(target)) {
            return Stream.of(target).filter(file -> file.toString().endsWith(".md") && Files.exists(file));
        }
        try (var files = Files.list(target)) {
            return files.filter(file -> file.toString().endsWith(".md")).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void theReadmeStaysShort() {
        assertThat(Pages.page("README.md").lines()).hasSizeLessThanOrEqualTo(200);
    }

    @Test
    void aBrokenLinkWouldBeSeen() {
        var page = Pages.page("README.md");

        assertThat(leadsSomewhere(page, "LICENSE")).isTrue();
        assertThat(leadsSomewhere(page, "LICENCE")).isFalse();
        assertThat(leadsSomewhere(page, "CONTRIBUTING.md#no-such-heading")).isFalse();
        assertThat(leadsSomewhere(page, "../elsewhere.md")).isFalse();
    }
}
