package dev.sightglass.client.convert.wstf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightglass.client.convert.Reports;
import dev.sightglass.converter.ConversionResult;
import dev.sightglass.converter.InvalidSourceException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WstfConverterTest {

    private static final String HEADER = """
                                         --Header-Start--
                                         SerialNumber\t1
                                         PartNumber\tP
                                         Revision\tA
                                         OperatorName\tJ\u00f8rn
                                         """;
    private static final String FILE = HEADER + "%s--Step-Data-Start--\n%s--Step-Data-End--\n--UUT-End--\n";

    private final WstfConverter converter = new WstfConverter();

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void byteOrderMarkWinsOverTheArgument(Charset charset) {
        assertThat(report(("\uFEFF" + FILE.formatted("", "")).getBytes(charset)).at("/uut/user").asText())
            .isEqualTo("J\u00f8rn");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void readsTheLineEndsOfEverySystem(String lineEnd) {
        var text = FILE.formatted("", "PassFailTest\tSeal\t\tTrue\n").replace("\n", lineEnd);

        assertThat(report(text.getBytes(Charset.forName("windows-1252"))).at("/root/steps/0/booleanMeas/0/status")
            .asText()).isEqualTo("P");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                                                                  Passed | 9 | P
                                                                  ``     | 9 | F
                                                                  ``     | 5 | P
                                                                  Error  | 5 | F
                                                                  """)
    void givenStatusWinsOverLimits(String given, String value, String expected) {
        var row = "NumericLimitTest\tVoltage\t\t" + value + "\t4\t6\tGELE\tV\t" + given + "\n";
        var report = report(FILE.formatted("", row));

        assertThat(report.at("/root/steps/0/numericMeas/0/status").asText()).isEqualTo(expected);
    }

    @Test
    void failuresReachTheResult() {
        var report = report(FILE.formatted("", """
                                               SequenceCall\tOuter
                                               SequenceCall\tInner
                                               PassFailTest\tSeal\t\tFalse
                                               EndSequenceCall
                                               EndSequenceCall
                                               """));

        assertThat(report.at("/root/steps/0/steps/0/status").asText()).isEqualTo("F");
        assertThat(report.get("result").asText()).isEqualTo("F");
    }

    @Test
    void importModeKeepsWhatIsGiven() {
        var report =
            report(FILE.formatted("ConverterMode\tImport\nUUTStatus\tPassed\n", "PassFailTest\tSeal\t\tFalse\n"));

        assertThat(report.get("result").asText()).isEqualTo("P");
        assertThat(report.at("/root/steps/0/status").asText()).isEqualTo("P");
    }

    @Test
    void waitsForTheServerToKnowAnOperation() {
        assertThat(convert(FILE.formatted("OperationTypeName\tUnknown test\n", "")))
            .isInstanceOf(ConversionResult.Suspended.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                                                                  `Voltage\t5`                                       | line 7: expected a step type such as NumericLimitTest, PassFailTest, StringValueTest, SequenceCall or ActionStep. Found: 'Voltage'
                                                                  `NumericLimitTest\tU\t\tfive`                      | line 7: Value: expected a number. Found: 'five'
                                                                  `NumericLimitTest\tU\t\t5\t1\t2\tabout`            | line 7: CompOperator: expected a name such as GELE or LOG. Found: 'about'
                                                                  `NumericLimitTest\tU\t\t5\t\t\t\t\tgood`           | line 7: StepStatus: expected a word such as Passed or Failed. Found: 'good'
                                                                  `ActionStep\tA\t\t\t\t\t\t\t\t\t\tE7`              | line 7: ErrorCode: expected a whole number. Found: 'E7'
                                                                  `PassFailTest\tSeal\t\tperhaps`                    | line 7: Value: expected true or false. Found: 'perhaps'
                                                                  `SequenceCall\tOuter`                              | line 8: expected EndSequenceCall for the SequenceCall of line 7
                                                                  `EndSequenceCall`                                  | line 7: EndSequenceCall without a SequenceCall before it
                                                                  `Chart\tLine\tLoad`                                | line 7: Chart: expected a step before it, which it belongs to. Found: none
                                                                  `Series\trun\tXYG\t1\t2`                           | line 7: Series: expected a Chart before it. Found: none
                                                                  `StepType\tValue`                                  | line 7: expected a column StepName. Found: 'StepType, Value'
                                                                  `--Header-Start--`                                 | line 7: --Header-Start-- is out of place in the steps of a unit
                                                                  `--UUT-End--`                                      | line 7: --UUT-End-- is out of place in the steps of a unit
                                                                  """)
    void saysWhichLineIsWrong(String row, String reason) {
        assertThatThrownBy(() -> convert(FILE.formatted("", row + "\n"))).isInstanceOf(InvalidSourceException.class)
            .hasMessage(reason);
    }

    @Test
    void saysWhatTheHeaderLacks() {
        assertThatThrownBy(() -> convert(FILE.formatted("", "").replace("Revision\tA\n", "")))
            .hasMessage("line 1: the unit that begins here has no Revision");
        assertThatThrownBy(() -> convert(FILE.formatted("StartDateTime\tnoon\n", "")))
            .hasMessage("line 6: StartDateTime: expected a time such as 2026-03-02T09:15:00. Found: 'noon'");
        assertThatThrownBy(() -> convert(FILE.formatted("ConverterMode\tImport\n", "")))
            .hasMessage("line 1: the unit that begins here has no UUTStatus, which Import mode takes the result from");
        assertThatThrownBy(() -> convert(FILE.formatted("Subunit\tMotor\n", "")))
            .hasMessageStartingWith("line 6: Subunit: expected description, part number");
    }

    @Test
    void bytesOutsideTheCodePageAreRefused() {
        byte[] bytes = FILE.formatted("", "").getBytes(StandardCharsets.UTF_16LE);

        assertThatThrownBy(() -> Reports.convert(converter, "a.txt", bytes, Map.of("encoding", "UTF-8")))
            .isInstanceOf(InvalidSourceException.class).hasMessageStartingWith("not UTF-8");
    }

    private JsonNode report(String text) {
        return report(text.getBytes(Charset.forName("windows-1252")));
    }

    private JsonNode report(byte[] bytes) {
        return Reports.of(converter, "a.txt", bytes, Map.of()).getFirst();
    }

    private ConversionResult convert(String text) {
        return Reports.convert(converter, "a.txt", text.getBytes(Charset.forName("windows-1252")), Map.of());
    }
}
