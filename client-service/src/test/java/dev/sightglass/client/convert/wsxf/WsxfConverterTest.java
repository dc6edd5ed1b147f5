package dev.sightglass.client.convert.wsxf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightglass.client.convert.Reports;
import dev.sightglass.client.convert.wsjf.WsjfConverter;
import dev.sightglass.converter.ConversionResult;
import dev.sightglass.converter.InvalidSourceException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WsxfConverterTest {

    private static final String REPORT =
        """
        <Reports>
        <Report type="UUT" Start="2026-03-02T09:15:00Z" Result="Passed" SN="1" PN="P" Rev="A">%s
        <Step Name="Main" Status="Passed">
        %s
        </Step></Report></Reports>""";

    private final WsxfConverter converter = new WsxfConverter();

    @Test
    void xmlAndJsonOfOneReportBecomeTheSame() throws URISyntaxException {
        var xml = Reports.of(converter, resource("/wsxf/every-step-type/input.xml"));
        var json = Reports.of(new WsjfConverter(), resource("/wsjf/every-step-type/input.json"));

        assertThat(xml).hasSize(1);
        assertThat(Reports.essence(xml.getFirst())).isEqualTo(Reports.essence(json.getFirst()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                                                                  `<NumericLimit NumericValue="5V" Status="Passed"/>` | line 4: element NumericLimit: attribute NumericValue: expected a number. Found: '5V'
                                                                  `<NumericLimit NumericValue="1E99999999" Status="Passed"/>` | expected a number. Found: '1E99999999'
                                                                  `<NumericLimit NumericValue="1" Status="Good"/>` | attribute Status: expected a word such as Passed. Found: 'Good'
                                                                  `<NumericLimit NumericValue="1" CompOperator="~" Status="Passed"/>` | attribute CompOperator: expected a name such as GELE. Found: '~'
                                                                  `<PassFail/>` | line 4: element PassFail: attribute Status is required
                                                                  `<Step Group="Middle"/>` | attribute Group: expected Setup, Main or Cleanup. Found: 'Middle'
                                                                  `<Chart/><Chart/>` | element Chart: step Main: has a chart already; a step has at most one
                                                                  `<Chart ChartType="Pie"/>` | attribute ChartType: expected Line, LineLogXY, LineLogX or LineLogY
                                                                  `<Attachment Name="/etc/passwd"/>` | a path in Name is not followed
                                                                  `<Attachment Name="a">***</Attachment>` | attachment a: its content is not base64
                                                                  `<Loop num="two"/>` | attribute num: expected a whole number. Found: 'two'
                                                                  `<PropertyLoader/>` | line 4: element PropertyLoader: is not known to this converter and would be lost
                                                                  `<Step>` | line 5: not well-formed XML
                                                                  `&unknown;` | line 4: not well-formed XML: The entity "unknown" was referenced, but not declared
                                                                  """)
    void saysWhatIsWrongAndWhere(String inStep, String reason) {
        assertThatThrownBy(() -> convert(REPORT.formatted("", inStep), Map.of()))
            .isInstanceOf(InvalidSourceException.class).hasMessageContaining(reason);
    }

    @Test
    void readsTextsFullOfEscapes() {
        var xml = REPORT.formatted("", "<ReportText>" + "&lt;&#233;".repeat(300_000) + "</ReportText>");

        var report = Reports.of(converter, "a.xml", xml.getBytes(StandardCharsets.UTF_8), Map.of()).getFirst();

        assertThat(report.at("/root/reportText").asText()).hasSize(600_000).startsWith("<\u00e9<");
    }

    @Test
    void goesOnWithoutUnknownElementsWhenTheFolderSaysSo() {
        var xml = REPORT.formatted("<Unheard/>", "<Unheard><Of/></Unheard>");

        assertThat(convert(xml, Map.of("unknown-elements", "ignore")))
            .isInstanceOf(ConversionResult.Converted.class);
        assertThatThrownBy(() -> convert(xml, Map.of())).hasMessageContaining("element Unheard");
    }

    @Test
    void waitsForTheServerToKnowAnOperation() {
        assertThat(convert(REPORT.formatted("<Process Name=\"Unknown test\"/>", ""), Map.of()))
            .isInstanceOfSatisfying(ConversionResult.Suspended.class, suspended -> assertThat(suspended.reason())
                .startsWith("operation 'Unknown test' has no code in the file"));
    }

    @Test
    void rejectsFilesWithoutReports() {
        assertThat(convert("<Reports/>", Map.of())).isEqualTo(
            new ConversionResult.Rejected("expected Report elements in Reports. Found: none"));
        assertThatThrownBy(() -> convert("<Other/>", Map.of()))
            .hasMessage("line 1: element Other: expected the root Reports");
        assertThatThrownBy(
            () -> convert("<Reports><Report type=\"UUT\" SN=\"1\" PN=\"P\" Result=\"P\"/></Reports>", Map.of()))
            .hasMessage("line 1: element Report: attribute Rev is required");
    }

    private ConversionResult convert(String xml, Map<String, ?> arguments) {
        return Reports.convert(converter, "a.xml", xml.getBytes(StandardCharsets.UTF_8), arguments);
    }

    private static Path resource(String name) throws URISyntaxException {
        return Path.of(WsxfConverterTest.class.getResource(name).toURI());
    }
}
