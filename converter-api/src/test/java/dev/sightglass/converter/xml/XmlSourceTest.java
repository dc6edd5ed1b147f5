package dev.sightglass.converter.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightglass.converter.InvalidSourceException;
import dev.sightglass.converter.Source;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XmlSourceTest {

    @Test
    void givesTheChildrenOfTheRootOneByOne() {
        try (var xml =
            open("<r xmlns='urn:x' a='1'>\n<b Name=' x '>t<![CDATA[<]]><!-- no --></b>\n<c><d/><d n='2'/></c>\n</r>")) {
            assertThat(xml.root().name()).isEqualTo("r");
            assertThat(xml.namespace()).isEqualTo("urn:x");
            assertThat(xml.next()).hasValueSatisfying(b -> {
                assertThat(b.name()).isEqualTo("b");
                assertThat(b.line()).isEqualTo(2);
                assertThat(b.text()).isEqualTo("t<");
                assertThat(b.attribute("name")).hasValue(" x ");
                assertThat(b.attribute("other")).isEmpty();
            });
            assertThat(xml.next()).hasValueSatisfying(c -> {
                assertThat(c.children("d")).hasSize(2);
                assertThat(c.find("d")).isPresent();
                assertThat(c.children("d").get(1).integer("n")).hasValue(2);
            });
            assertThat(xml.next()).isEmpty();
            assertThat(xml.next()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                                                                  UTF-8        | `\uFEFF<r>\u00e6</r>`
                                                                  UTF-16LE     | `\uFEFF<r>\u00e6</r>`
                                                                  UTF-16BE     | `\uFEFF<r>\u00e6</r>`
                                                                  UTF-16LE     | `<r>\u00e6</r>`
                                                                  UTF-16BE     | `<r>\u00e6</r>`
                                                                  UTF-8        | `<r>\u00e6</r>`
                                                                  ISO-8859-1   | `<?xml version="1.0" encoding="ISO-8859-1"?><r>\u00e6</r>`
                                                                  windows-1252 | `<?xml version='1.0' encoding='windows-1252'?><r>\u00e6</r>`
                                                                  """)
    void readsTheEncodingThatTheDocumentTells(Charset charset, String text) {
        var source = new Source("a.xml", text.replace("<r>", "<r><a>").replace("</r>", "</a></r>").getBytes(charset),
            Instant.EPOCH);
        try (var xml = new XmlSource(source)) {
            assertThat(xml.whole().children().get(0).text()).isEqualTo("\u00e6");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                                                                  ``                                                        | line 1: expected XML. Found: an empty file
                                                                  `text`                                                    | line 1: expected XML. Found: a file that does not begin with <
                                                                  `<r><a>`                                                  | line 1: the XML ends too early: the file is incomplete
                                                                  `<r></a>`                                                 | line 1: not well-formed XML
                                                                  `<r/><s/>`                                                | line 1: not well-formed XML
                                                                  `<!DOCTYPE r><r/>`                                        | line 1: a document type declaration (DOCTYPE) is refused
                                                                  `<!DOCTYPE r [<!ENTITY e "x">]><r>&e;</r>`                | line 1: a document type declaration (DOCTYPE) is refused
                                                                  `<?xml version="1.0" encoding="klingon"?><r/>`            | names an encoding that does not exist: 'klingon'
                                                                  `<?xml version="1.0" encoding="US-ASCII"?><r>\u00e6</r>`  | a byte that belongs to no character
                                                                  """)
    void saysWhatIsWrong(String text, String reason) {
        assertThatThrownBy(() -> {
            try (var xml = open(text)) {
                xml.whole();
            }
        }).isInstanceOf(InvalidSourceException.class).hasMessageContaining(reason);
    }

    @Test
    void refusesNestingThatNoReportHas() {
        assertThatThrownBy(() -> {
            try (var xml = open("<a>".repeat(100_000))) {
                xml.whole();
            }
        }).hasMessage("line 1: elements are nested deeper than 256, which no report is");
    }

    private static XmlSource open(String text) {
        return new XmlSource(new Source("a.xml", text.getBytes(StandardCharsets.UTF_8), Instant.EPOCH));
    }
}
