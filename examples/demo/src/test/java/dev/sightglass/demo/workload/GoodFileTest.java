package dev.sightglass.demo.workload;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sightglass.simulator.SimulatorOptions;
import dev.sightglass.simulator.WatsSimulator;
import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;

class GoodFileTest {

    private static final int FILES = 100;
    private static final JsonMapper JSON =
        JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    private static Stream<GeneratedFile> files(FileKind kind) {
        var workload = new Workload(WorkloadOptions.only(kind, 11));
        return LongStream.range(0, FILES).mapToObj(workload::file);
    }

    private static int reports(GeneratedFile file) {
        return ((Expectation.Delivered) file.expectation()).reports();
    }

    private static Document xml(GeneratedFile file) throws Exception {
        var factory = DocumentBuilderFactory.newDefaultNSInstance();
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(file.bytes()));
    }

    private static List<String> lines(GeneratedFile file, Charset charset) {
        return new String(file.bytes(), charset).lines().toList();
    }

    @ParameterizedTest
    @EnumSource(names = {"WSJF", "WSJF_LARGE"})
    void writesTestsAsJson(FileKind kind) throws Exception {
        for (var file : files(kind).toList()) {
            var report = JSON.readTree(file.bytes());

            assertThat(report.path("sn").asText()).matches("26\\d{8}-1");
            assertThat(report.at("/root/steps")).hasSizeGreaterThan(6);
            assertThat(report.path("uut").isObject()).isTrue();
            var failed = !report.findValuesAsText("status").stream().allMatch(status -> !status.equals("F"));
            assertThat(report.path("result").asText()).isEqualTo(failed ? "F" : "P");
        }
    }

    @Test
    void leavesSomethingToCompleteInSomeJson() {
        assertThat(
            files(FileKind.WSJF).filter(file -> !lines(file, StandardCharsets.UTF_8).getFirst().contains("\"id\":")))
            .hasSizeBetween(10, 40);
    }

    @Test
    void putsChartsLoopsAndRareStepsIntoLargeReports() throws Exception {
        var report = JSON.readTree(files(FileKind.WSJF_LARGE).findFirst().orElseThrow().bytes());

        assertThat(report.findValues("chart")).hasSizeGreaterThan(10);
        assertThat(report.findValues("loop")).hasSizeGreaterThan(10);
        assertThat(report.findValuesAsText("stepType")).contains("ET_MNLT", "CallExecutable", "MessagePopup",
            "NI_Wait");
    }

    @ParameterizedTest
    @EnumSource(names = {"WSXF", "WSXF_SEVERAL", "WSXF_REPAIR"})
    void writesWsxfInItsNamespace(FileKind kind) throws Exception {
        for (var file : files(kind).toList()) {
            var reports =
                xml(file).getElementsByTagNameNS("http://wats.virinco.com/schemas/WATS/Report/wsxf", "Report");

            assertThat(reports.getLength()).isEqualTo(reports(file));
        }
    }

    @Test
    void writesAtmlInThreeEditions() throws Exception {
        var namespaces = files(FileKind.ATML).map(file -> {
            try {
                return xml(file).getDocumentElement().getNamespaceURI();
            } catch (Exception broken) {
                throw new AssertionError(file.toString(), broken);
            }
        });

        assertThat(namespaces).containsOnly("urn:IEEE-1636.1:2006:TestResults", "urn:IEEE-1636.1:2011:TestResults",
            "urn:IEEE-1636.1:2013:TestResults").contains("urn:IEEE-1636.1:2006:TestResults",
                "urn:IEEE-1636.1:2011:TestResults", "urn:IEEE-1636.1:2013:TestResults");
    }

    @ParameterizedTest
    @EnumSource(names = {"WSTF", "WSTF_SEVERAL"})
    void writesTextInBlocksOfThirteenColumns(FileKind kind) {
        files(kind).forEach(file -> {
            var lines = lines(file, Charset.forName("windows-1252"));

            assertThat(lines.stream().filter("--UUT-End--"::equals)).hasSize(reports(file));
            assertThat(lines.stream().filter(line -> line.startsWith("SerialNumber\t"))).hasSize(reports(file))
                .doesNotHaveDuplicates();
            assertThat(lines.stream().filter(line -> line.contains("LimitTest") || line.startsWith("StepType")))
                .isNotEmpty().allMatch(line -> line.split("\t", -1).length == 13);
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"CSV", "CSV_SEVERAL"})
    void writesCsvWithTwelveColumns(FileKind kind) {
        files(kind).forEach(file -> {
            var lines = lines(file, StandardCharsets.UTF_8);
            var serials = lines.stream().skip(1).map(line -> line.substring(0, line.indexOf(','))).distinct();

            assertThat(lines.getFirst() + "\n").isEqualTo(Csv.HEADER);
            assertThat(lines).allMatch(line -> line.replaceAll("\"[^\"]*\"", "").split(",", -1).length == 12);
            assertThat(serials).hasSize(reports(file));
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"WSJF_LARGE", "WSJF_REPAIR", "WSXF", "WSXF_SEVERAL", "WSXF_REPAIR"})
    void writesCompleteReportsThatAServerTakesAsTheyAre(FileKind kind) throws Exception {
        try (var server = WatsSimulator.start(SimulatorOptions.defaults()); var http = HttpClient.newHttpClient()) {
            var expected = 0;
            for (var file : files(kind).limit(20).toList()) {
                expected += reports(file);
                assertThat(post(http, server, file)).extracting(HttpResponse::statusCode, HttpResponse::body).first()
                    .isEqualTo(200);
            }
            assertThat(server.reports()).isEqualTo(expected);
        }
    }

    private static HttpResponse<String> post(HttpClient http, WatsSimulator server, GeneratedFile file)
        throws Exception {
        var request = HttpRequest.newBuilder(server.url().resolve("/api/Report/" + file.folderKey()))
            .POST(BodyPublishers.ofByteArray(file.bytes())).build();
        return http.send(request, BodyHandlers.ofString());
    }

    @Test
    void coversEveryKind() {
        assertThat(Arrays.stream(FileKind.values()).flatMap(kind -> files(kind).limit(1))).allSatisfy(
            file -> assertThat(reports(file)).isPositive());
    }
}
