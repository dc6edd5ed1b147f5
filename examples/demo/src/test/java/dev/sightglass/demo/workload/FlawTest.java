package dev.sightglass.demo.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.SAXParseException;

class FlawTest {

    private static final JsonMapper JSON =
        JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    static Stream<Arguments> everyFlawOfEveryKind() {
        return Arrays.stream(Flaw.values())
            .flatMap(flaw -> flaw.kinds().stream().map(kind -> Arguments.of(flaw, kind)));
    }

    @ParameterizedTest
    @MethodSource("everyFlawOfEveryKind")
    void breaksTheFileInThatWay(Flaw flaw, FileKind kind) throws Exception {
        var workload = new Workload(WorkloadOptions.mixed(13));
        for (var number = 0; number < 20; number++) {
            var file = workload.broken(flaw, kind, number);

            assertThat(file.expectation()).isEqualTo(new Expectation.Rejected(flaw.why()));
            assertThat(file.folderKey()).isEqualTo(kind.folderKey());
            assertBroken(flaw, kind, file.bytes());
        }
    }

    private static void assertBroken(Flaw flaw, FileKind kind, byte[] bytes) throws Exception {
        var text = new String(bytes, kind.charset());
        switch (flaw) {
            case EMPTY -> assertThat(bytes).isEmpty();
            case TRUNCATED -> assertThatThrownBy(() -> parse(kind, bytes)).isNotInstanceOf(AssertionError.class);
            case TOO_DEEP ->
                assertThatThrownBy(() -> JSON.readTree(bytes)).isInstanceOf(StreamConstraintsException.class);
            case DUPLICATE_KEY -> assertThatThrownBy(() -> JSON.readTree(bytes)).hasMessageContaining("Duplicate");
            case EXTERNAL_ENTITY -> assertThat(xml(false).parse(new ByteArrayInputStream(bytes)).getDoctype()
                .getEntities().getLength()).isEqualTo(1);
            case ENTITY_BOMB -> assertThatThrownBy(() -> xml(true).parse(new ByteArrayInputStream(bytes)))
                .isInstanceOf(SAXParseException.class).hasMessageContaining("entit");
            case ZIP -> assertThat(new ZipInputStream(new ByteArrayInputStream(bytes)).getNextEntry()).isNotNull();
            case NO_SERIAL_NUMBER ->
                assertThat(text).doesNotContainPattern("(\"sn\":\"| SN=\"|SerialNumber\t|^)26\\d{8}-1");
            case NO_PART_NUMBER -> assertThat(text).doesNotContainPattern("^\\{[^\n]*\"pn\"|<Report [^>]* PN=");
            case UNKNOWN_RESULT -> assertThat(text).containsPattern("\"result\":\"X\"| Result=\"Perhaps\"");
            case NOT_UTF8 -> assertThatThrownBy(
                () -> StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)))
                .isInstanceOf(CharacterCodingException.class);
        }
        if (flaw == Flaw.NO_SERIAL_NUMBER || flaw == Flaw.NO_PART_NUMBER || flaw == Flaw.UNKNOWN_RESULT) {
            parse(kind, bytes);
        }
    }

    private static void parse(FileKind kind, byte[] bytes) throws Exception {
        switch (kind.folderKey()) {
            case "wsjf" -> JSON.readTree(bytes);
            case "wsxf", "atml" -> xml(false).parse(new ByteArrayInputStream(bytes));
            default -> assertThat(new String(bytes, kind.charset())).isNotBlank();
        }
    }

    private static DocumentBuilder xml(boolean unfolds) throws Exception {
        var factory = DocumentBuilderFactory.newDefaultNSInstance();
        factory.setExpandEntityReferences(unfolds);
        factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
        var builder = factory.newDocumentBuilder();
        builder.setErrorHandler(null);
        return builder;
    }
}
