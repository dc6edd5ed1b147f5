package dev.sightglass.client.convert.atml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightglass.client.convert.Reports;
import dev.sightglass.converter.InvalidSourceException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AtmlConverterTest {

    private final AtmlConverter converter = new AtmlConverter();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                                                                  PPM        | 1000 | 2000 | GELE | 99.9 | 100.2
                                                                  Delta      | 1    | 2    | GELE | 99   | 102
                                                                  Percentage | 1    | 2    | GELE | 99   | 102
                                                                  """)
    void tolerancesBecomeLimits(String type, String low, String high, String comparison, double expectedLow,
        double expectedHigh) {
        var limits =
            """
            <Expected comparator="EQ"><Datum value="100"/></Expected><Extension><TSLimitProperties><RawLimits><Low value="%s"/>\
            <High value="%s"/></RawLimits><ThresholdType>%s</ThresholdType></TSLimitProperties></Extension>"""
                .formatted(low, high, type);
        var measured = Reports
            .of(converter, "a.xml",
                bytes("<TestLimits><Limits>%s</Limits></TestLimits><TestData><Datum value=\"5\"/></TestData>"
                    .formatted(limits)),
                Map.of("part-number", "P"))
            .getFirst().at("/root/steps/0/numericMeas/0");

        assertThat(measured.get("compOp").asText()).isEqualTo(comparison);
        assertThat(measured.get("lowLimit").asDouble()).isEqualTo(expectedLow);
        assertThat(measured.get("highLimit").asDouble()).isEqualTo(expectedHigh);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                                                                  `<TestData><Datum value="five"/></TestData>`     | line 4: element Datum: expected a number. Found: 'five'
                                                                  `<TestLimits><Limits><LimitPair><Limit comparator="GE"><Datum value="1"/></Limit></LimitPair></Limits></TestLimits><TestData><Datum value="5"/></TestData>` | line 4: element LimitPair: expected two Limit elements. Found: 1
                                                                  `<TestLimits><Limits><SingleLimit comparator="ABOUT"><Datum value="1"/></SingleLimit></Limits></TestLimits><TestData><Datum value="5"/></TestData>` | line 4: element SingleLimit: expected comparators such as GE, or GE and LE. Found: 'ABOUT'
                                                                  `<Outcome value="Great"/><TestData><Datum value="5"/></TestData>` | line 4: element Outcome: attribute value: expected a word such as Passed. Found: 'Great'
                                                                  """)
    void saysWhatIsWrongAndWhere(String result, String reason) {
        assertThatThrownBy(() -> Reports.convert(converter, "a.xml", bytes(result), Map.of("part-number", "P")))
            .isInstanceOf(InvalidSourceException.class).hasMessage(reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                                                                  `<TestResults/>`                                             | element TestResults: element UUT is required
                                                                  `<TestResults><UUT/></TestResults>`                          | element TestResults: element ResultSet is required
                                                                  `<TestResults><UUT/><ResultSet/></TestResults>`              | element UUT: expected the part number in Definition
                                                                  `<TestResultsCollection/>`                                   | expected TestResults elements. Found: none
                                                                  """)
    void saysWhatTheFileLacks(String xml, String reason) {
        byte[] bytes = xml.getBytes(StandardCharsets.UTF_8);

        assertThat(refusal(bytes)).contains(reason);
    }

    private String refusal(byte[] bytes) {
        try {
            return Reports.convert(converter, "a.xml", bytes, Map.of()).toString();
        } catch (InvalidSourceException refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    private static byte[] bytes(String result) {
        return """
               <TestResults xmlns="urn:IEEE-1636.1:2013:TestResults"><UUT><SerialNumber>1</SerialNumber></UUT>
               <ResultSet name="main.seq"><Outcome value="Passed"/><Test name="U">
               <Extension><TSStepProperties><StepType>NumericLimitTest</StepType></TSStepProperties></Extension>
               <Outcome value="Passed"/><TestResult>%s</TestResult></Test></ResultSet></TestResults>"""
            .formatted(result)
            .getBytes(StandardCharsets.UTF_8);
    }
}
