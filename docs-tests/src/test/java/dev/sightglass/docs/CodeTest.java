package dev.sightglass.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Java on pages is taken from files that are compiled: each block stands in one of them, wrapped as it may be. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CodeTest {

    @SuppressWarnings("NullAway.Init") // read once for all tests
    private List<String> sources;

    @BeforeAll
    void read() throws IOException {
        try (var files = Files.walk(Pages.ROOT)) {
            sources = files.filter(file -> file.toString().endsWith(".java") && !file.toString().contains("/target/"))
                .map(CodeTest::squeezed).toList();
        }
    }

    private static String squeezed(Path file) {
        try {
            return squeezed(Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\s+", "");
    }

    static Stream<Page> pages() {
        return Pages.all().stream();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyBlockIsCompiledSomewhere(Page page) {
        assertThat(page.fences().stream().filter(fence -> fence.language().equals("java"))
            .filter(fence -> !isCompiled(fence.text()))
            .map(fence -> page + ":" + fence.line())).isEmpty();
    }

    private boolean isCompiled(String code) {
        return sources.stream().anyMatch(source -> source.contains(squeezed(code)));
    }

    @Test
    void codeThatNobodyCompilesWouldBeSeen() {
        assertThat(isCompiled("static Stream<Page> pages() {\n  return Pages.all().stream();\n}")).isTrue();
        assertThat(isCompiled("int wings = fl" + "y();")).isFalse();
    }
}
