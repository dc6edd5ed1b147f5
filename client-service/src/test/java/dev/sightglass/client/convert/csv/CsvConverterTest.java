package dev.sightglass.client.convert.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sightglass.client.convert.Reports;
import dev.sightglass.converter.Arguments;
import dev.sightglass.converter.ConversionResult;
import dev.sightglass.converter.InvalidSourceException;
import dev.sightglass.converter.Source;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvConverterTest {

    private static final String TITLES = "sn,pn,name,value,low_limit,status,start,comp_op,process\n";

    private final CsvConverter converter = new CsvConverter();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                                                                  `1,P,U,5,,good`                 | line 2: status: expected a word such as passed or failed. Found: 'good'
                                                                  `1,P,U,5,low`                   | line 2: low-limit: expected a number. Found: 'low'
                                                                  `1,P,U,5,4,,,about`             | line 2: comparison: expected a name such as GELE or LOG. Found: 'about'
                                                                  `1,P,U,5,4,,noon`               | line 2: start: expected a time such as 2026-03-02T09:15:00. Found: 'noon'
                                                                  `,P,U,5`                        | line 2: serial-number: is required. Found: an empty cell
                                                                  `1,P,,5`                        | line 2: test-name: is required. Found: an empty cell
                                                                  `1,P,U`                         | line 2: value: expected a value or a status. Found: neither
                                                                  `1,P,U,1,2,pass,,,,,5`          | line 2: expected at most 9 cells, as many as titles. Found: 11. A decimal comma without quotes, or a wrong delimiter, looks like this
                                                                  `1,P,U,5\n1,Q,U,5`              | line 3: part-number: expected 'P' as in line 2 for the same serial number. Found: 'Q'
                                                                  `1,P,U,"5`                      | line 2: not CSV: a quote is opened and never closed
                                                                  """)
    void saysWhichLineIsWrong(String rows, String reason) {
        assertThatThrownBy(() -> convert(TITLES + rows.replace("\\n", "\n"), Map.of()))
            .isInstanceOf(InvalidSourceException.class).hasMessage(reason);
    }

    @Test
    void namesTheColumnsThatAreMissing() {
        assertThatThrownBy(() -> convert("Serial;Test\n1;U\n", Map.of()))
            .hasMessage("line 1: missing column serial-number (serial_number or sn), part-number (part_number or pn), "
                + "test-name (test_name or name), value (value). Found: 'Serial;Test'. "
                + "Name the columns in the argument columns, or check delimiter");
    }

    @Test
    void aTableOfTitlesReplacesOnlyWhatItNames() {
        var report = Reports.of(converter, "a.csv", bytes("Serial,pn,name,value\n7,P,U,5\n"),
            Map.of("columns", Map.of("serial-number", "Serial"))).getFirst();

        assertThat(report.get("sn").asText()).isEqualTo("7");
        assertThat(report.get("pn").asText()).isEqualTo("P");
    }

    @Test
    void readsTabsAndDecimalCommas() {
        var report = Reports.of(converter, "a.csv", bytes("sn\tpn\tname\tvalue\n7\tP\tU\t5,20\n"),
            Map.of("delimiter", "tab", "decimal-comma", true)).getFirst();

        assertThat(report.at("/root/steps/0/numericMeas/0/value").toString()).isEqualTo("5.20");
    }

    @Test
    void aColumnMayNameTheOperation() {
        assertThat(Reports.of(converter, "a.csv", bytes(TITLES + "1,P,U,5,,,,,Final test\n"), Map.of()).getFirst()
            .get("processCode").asInt()).isEqualTo(42);
        assertThat(convert(TITLES + "1,P,U,5,,,,,Unheard\n", Map.of())).isInstanceOf(ConversionResult.Suspended.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                                                                  `sn,pn,name,value`   | 1
                                                                  `sn,pn,name`         | 0.7
                                                                  `a,b,c`              | 0.3
                                                                  `just text`          | 0
                                                                  """)
    void isAsSureAsTheTitlesAllow(String titles, double confidence) {
        var source = new Source("a.csv", bytes(titles + "\n1,2,3,4\n"), Instant.EPOCH);

        assertThat(converter.probe(source, Arguments.read(converter.arguments(), Map.of())).value())
            .isEqualTo(confidence, within(1e-9));
    }

    private ConversionResult convert(String text, Map<String, ?> arguments) {
        return Reports.convert(converter, "a.csv", bytes(text), arguments);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
