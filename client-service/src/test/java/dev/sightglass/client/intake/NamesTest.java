package dev.sightglass.client.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightglass.client.log.LogText;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {

    private static final Instant NOW = Instant.parse("2026-03-02T08:15:00.123Z");

    @ParameterizedTest
    @CsvSource({"*.csv,A.CSV,true", "*.csv,a.csv.x,false", "*,anything,true", "a?.txt,ab.txt,true",
        "a?.txt,a.txt,false",
        "'*.{csv,txt}',a.TXT,true", "'*.{csv,txt}',a.xml,false", "a[1].txt,a[1].txt,true", "*.öl,x.ÖL,true"})
    void matchesNamesWhateverTheirCase(String glob, String name, boolean matches) {
        assertThat(new NamePatterns(List.of(glob)).match(name)).isEqualTo(matches);
    }

    @Test
    void refusesAPatternWithAnOpenBrace() {
        assertThatThrownBy(() -> new NamePatterns(List.of("*.{csv"))).hasMessageContaining("'*.{csv' opens a brace");
    }

    @Test
    void addsATimeAndThenANumberToANameThatIsTaken() {
        assertThat(UniqueNames.candidate("a.txt", 0, NOW, 255)).isEqualTo("a.txt");
        assertThat(UniqueNames.candidate("a.txt", 1, NOW, 255)).isEqualTo("a-20260302-081500-123.txt");
        assertThat(UniqueNames.candidate("a.txt", 2, NOW, 255)).isEqualTo("a-20260302-081500-123-2.txt");
        assertThat(UniqueNames.candidate("noending", 1, NOW, 255)).isEqualTo("noending-20260302-081500-123");
    }

    @Test
    void shortensALongNameBetweenCharactersAndKeepsItsEnding() {
        var name = "\uD83D\uDD2C".repeat(62) + ".txt";
        var shortened = UniqueNames.candidate(name, 1, NOW, 243);
        assertThat(shortened.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(243);
        assertThat(shortened).endsWith("-20260302-081500-123.txt").doesNotContain("?");
        assertThat(shortened.codePoints().filter(point -> point == 0x1f52c).count()).isGreaterThan(50);
    }

    @Test
    void writesNamesIntoTheLogSoThatNoLineCanBeForged() {
        assertThat(LogText.of("plain.txt")).isEqualTo("plain.txt");
        assertThat(LogText.of("a\nERROR b\r\t\u001b[31m\u202e")).isEqualTo("a\\nERROR b\\r\\t\\u{1b}[31m\\u{202e}");
        assertThat(LogText.of("\uD83D\uDD2C")).isEqualTo("\uD83D\uDD2C");
        assertThat(LogText.of("x".repeat(1000))).hasSize(403).endsWith("...");
    }

    @Test
    void knowsTheDoneFileOfAFile() {
        var done = new DoneFile("{stem}.ok");
        assertThat(done.of(java.nio.file.Path.of("/in/a.txt"))).hasToString("/in/a.ok");
        assertThat(new DoneFile("{name}.done").of(java.nio.file.Path.of("/in/a.txt"))).hasToString("/in/a.txt.done");
        assertThat(done.includes("a.ok")).isTrue();
        assertThat(done.includes("a.txt")).isFalse();
        assertThatThrownBy(() -> new DoneFile("../{name}")).hasMessageContaining("'../{name}'");
    }
}
