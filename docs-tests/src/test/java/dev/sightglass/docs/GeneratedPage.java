package dev.sightglass.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A page that is made from the code. With {@code -Ddocs.write=true} tests write it; without, they compare it. */
final class GeneratedPage {

    private GeneratedPage() {}

    static void check(String page, String generated) throws IOException {
        Path file = Pages.ROOT.resolve(page);
        if (Boolean.getBoolean("docs.write")) {
            Files.createDirectories(file.resolveSibling("."));
            Files.writeString(file, generated);
        }
        assertThat(Files.exists(file) ? Files.readString(file) : "").as(
            "%s does not say what the code says; write it anew with: mvn verify -pl docs-tests -am -Ddocs.write=true",
            page).isEqualTo(generated);
    }

    /** Of a page whose beginning is written by hand: everything after a heading. */
    static void checkBelow(String page, String heading, String generated) throws IOException {
        var text = Pages.page(page).text();
        int at = text.indexOf(heading + "\n");
        assertThat(at).as("%s has the heading %s", page, heading).isPositive();
        check(page, text.substring(0, at) + heading + "\n" + generated);
    }
}
