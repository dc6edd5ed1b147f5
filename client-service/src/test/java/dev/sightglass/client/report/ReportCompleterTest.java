package dev.sightglass.client.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.converter.Report;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportCompleterTest {

    private static final Instant FALLBACK = Instant.parse("2026-03-02T08:15:00.5Z");
    private static final String ID = "0b9f6f0e-52d1-4a0e-9a53-6a8a1a3f7c01";
    private static final String COMPLETE =
        """
        {"type":"T","id":"%s","pn":"CTRL-7","sn":"0001","rev":"A","processCode":10,"result":"P",
         "machineName":"bench-3","location":"Oslo","purpose":"Production",
         "start":"2026-03-02T09:15:00.1234567+01:00","startUTC":"2026-03-02T08:15:00.1234567Z","uut":{},
         "root":{"stepType":"SequenceCall","name":"Main","steps":[%s]}}
        """.formatted(ID, "%s");
    private static final String MINIMAL =
        """
        {"type":"T","pn":"CTRL-7","sn":"0001","rev":"A","processCode":10,"result":"P",\
        "start":"2026-03-02T09:15:00+01:00","root":{"stepType":"SequenceCall"}}""";
    private static final String REPAIR =
        """
        {"type":"R","pn":"CTRL-7","sn":"0001","rev":"A","processCode":500,"result":"P",
         "start":"2026-03-02T09:15:00+01:00","uur":{"processCode":10,"refUUT":"%s"},"subUnits":%s}""";

    private final ReportCompleter completer = new ReportCompleter(new StationConfig("st\"7", "Oslo", "Service"));

    @Test
    void completeReportComesOutByteForByte() {
        var odd = COMPLETE.formatted(
            """
            {"id":"x","stepType":"NI_Unknown","made-up":[1.50,1E5,-0,10.0,null,{"a":  "\\u00e6 /\\/"}]},
            {"stepType":"ET_NLT","numericMeas":[{"value":1E-7,"compOp":"gele","lowLimit":-0.0,"highLimit":1.50}]}""");

        assertThat(completed(odd).json()).isEqualTo(bytes(odd));
        assertThat(completed(odd)).extracting(report -> report.id().toString(), CompletedReport::partNumber,
            CompletedReport::serialNumber, CompletedReport::result).containsExactly(ID, "CTRL-7", "0001", "P");
    }

    @Test
    void addsWhatIsMissingBehindTheLastMember() {
        var report = completed(MINIMAL.replace("}}", "}\n}\n"));

        assertThat(text(report)).isEqualTo(MINIMAL.substring(0, MINIMAL.length() - 1) + ",\"id\":\"" + report.id()
            + "\",\"machineName\":\"st\\\"7\",\"location\":\"Oslo\",\"purpose\":\"Service\","
            + "\"startUTC\":\"2026-03-02T08:15:00.000Z\",\"uut\":{}\n}\n");
    }

    @Test
    void fillsMembersThatSayNothingWhereTheyStand() {
        var blanks = "{\"id\" : null,\"location\": \"\\u0020 \" ,\"machineName\":\"\",\"uut\":null,\"startUTC\":null,"
            + MINIMAL.substring(1);

        var report = completed(blanks);

        assertThat(text(report)).startsWith("{\"id\" : \"" + report.id()
            + "\",\"location\": \"Oslo\" ,\"machineName\":\"st\\\"7\",\"uut\":{},\"startUTC\":\"2026-03-02T08:15:00.000Z\","
            + MINIMAL.substring(1, MINIMAL.length() - 1)).endsWith("},\"purpose\":\"Service\"}");
    }

    @Test
    void startComesFromStartUtcWithAllItsDigits() {
        var report = completed(MINIMAL.replace("\"start\":\"2026-03-02T09:15:00+01:00\"",
            "\"startUTC\":\"2026-01-30T21:01:41.4707353\""));

        assertThat(text(report)).contains("\"start\":\"2026-01-30T21:01:41.4707353+00:00\"");
    }

    @Test
    void reportWithoutTimesStartedWhenTheCallerSays() {
        var report = completed(MINIMAL.replace("\"start\":\"2026-03-02T09:15:00+01:00\",", ""));

        assertThat(text(report)).contains("\"start\":\"2026-03-02T08:15:00.500+00:00\"",
            "\"startUTC\":\"2026-03-02T08:15:00.500Z\"");
    }

    @Test
    void idComesFromContentAndIsVersion5() {
        var first = completed(MINIMAL);
        var elsewhere = (Completion.Complete) new ReportCompleter(new StationConfig("other", "Bergen", "Service"))
            .complete(Report.ofJson(bytes(MINIMAL)), Instant.EPOCH);

        assertThat(first.id().version()).isEqualTo(5);
        assertThat(first.id().variant()).isEqualTo(2);
        assertThat(elsewhere.report().id()).isEqualTo(first.id());
        assertThat(completed(MINIMAL.replace("0001", "0002")).id()).isNotEqualTo(first.id());
    }

    @Test
    void idOfZerosIsNoId() {
        var nil = COMPLETE.formatted("").replace(ID, "00000000-0000-0000-0000-000000000000");

        assertThat(text(completed(nil))).isEqualTo(nil.replace("00000000-0000-0000-0000-000000000000",
            completed(nil).id().toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE", "UTF-8"})
    void readsEveryEncodingOfJsonWithAndWithoutByteOrderMark(Charset charset) {
        var odd = MINIMAL.replace("CTRL-7", "CTRL-\u00e6\uD83D\uDE00");
        var plain = (Completion.Complete) complete(odd.getBytes(charset));
        var marked = (Completion.Complete) complete(("\uFEFF" + odd).getBytes(charset));

        assertThat(text(plain.report())).startsWith(odd.substring(0, odd.length() - 1));
        assertThat(text(marked.report())).startsWith(odd.substring(0, odd.length() - 1));
    }

    @Test
    void completesARepair() {
        var repair = REPAIR.formatted(ID,
            """
            [{"pn":"A","sn":"1","rev":"B","partType":"Main","idx":0,"failures":[{"category":"Solder","code":"Cold"}]},
            {"pn":"C","sn":"2","partType":"PCBA","idx":1,"parentIdx":0}]""");

        assertThat(text(completed(repair))).doesNotContain("\"uut\"");
    }

    @Nested
    class Refuses {

        @Test
        void everyFaultIsListedWithItsPlace() {
            var faults =
                faults("""
                       {"type":"T","id":"abc","pn":"","rev":["A"],"processCode":"ten","result":"Passed",
                        "start":"yesterday","startUTC":"2026-13-01T00:00:00Z","machineName":7,
                        "uut":{"execTime":"long"},"miscInfos":[{"text":"x"},3],
                        "root":{"steps":[{"stepType":"ET_NLT","status":"Passed","chart":[{}],
                          "numericMeas":[{"compOp":"GELE","value":1,"lowLimit":2},{"compOp":"=","value":true}]}]}}""");

            assertThat(faults).map(Fault::path).containsExactly("/id", "/pn", "/rev", "/processCode", "/result",
                "/start", "/startUTC", "/machineName", "/uut/execTime", "/miscInfos/0/description", "/miscInfos/1",
                "/root/steps/0/status", "/root/steps/0/chart", "/root/steps/0/numericMeas/0",
                "/root/steps/0/numericMeas/1/value", "/root/steps/0/numericMeas/1", "/root/stepType", "/sn");
            assertThat(faults).map(Fault::toString).contains(
                "/result: expected one of P, F, E, T, D, S. Found: 'Passed'",
                "/sn: is required",
                "/root/steps/0/numericMeas/0: GELE compares with two limits: lowLimit and highLimit are required");
        }

        @Test
        void onlyTheFirstHundredFaultsAreSpelledOut() {
            var steps = "{},".repeat(150) + "{}";

            assertThat(faults(COMPLETE.formatted(steps))).hasSize(101).last().hasToString("and 51 more");
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                                                                      ``                          | expected a report, a JSON object. Found: an empty file
                                                                      ` \t\n`                     | expected a report, a JSON object. Found: an empty file
                                                                      `[1]`                       | expected a report, a JSON object. Found: an array
                                                                      `null`                      | expected a report, a JSON object. Found: null
                                                                      `{"type":"T","root":{"na`   | the JSON ends too early, line 1, column 24: the file is incomplete
                                                                      `{"a":NaN}`                 | write NaN and the infinities as texts
                                                                      `{"a":1,"a":2}`             | duplicate member 'a'
                                                                      `{"a":{"b":1,"b":2}}`       | duplicate member 'b'
                                                                      `{} {}`                     | expected nothing after the report. Found: more, at line 1, column 4
                                                                      `{"a":1,}`                  | not JSON, line 1
                                                                      `{'a':1}`                   | not JSON, line 1
                                                                      `{"a":01}`                  | not JSON, line 1
                                                                      """)
        void whatIsNotOneJsonObject(String json, String reason) {
            assertThat(faults(json)).map(Fault::problem).anyMatch(problem -> problem.contains(reason), reason);
        }

        @Test
        void nestingThatNoReportHas() {
            var deep = "{\"a\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}";
            var steps = "{\"root\":" + "{\"stepType\":\"SequenceCall\",\"steps\":[".repeat(10_000) + "]}".repeat(10_000)
                + "}";

            assertThat(faults(deep)).last().asString().contains("beyond what a report may be");
            assertThat(faults(steps)).last().asString().contains("beyond what a report may be");
        }

        @Test
        void numbersThatNoMachineHolds() {
            assertThat(faults(COMPLETE
                .formatted("""
                           {"stepType":"ET_NLT","totTime":1e999,"errorCode":1.5,"numericMeas":[{"value":-1E+400}]}""")))
                .map(Fault::path)
                .containsExactly("/root/steps/0/totTime", "/root/steps/0/errorCode",
                    "/root/steps/0/numericMeas/0/value");
            assertThat(faults("{\"a\":" + "9".repeat(5_000) + "}")).last().asString()
                .contains("beyond what a report may be");
        }

        @Test
        void bytesThatAreNotUtf8() {
            byte[] latin = MINIMAL.replace("CTRL-7", "CTRL-\u00e6").getBytes(StandardCharsets.ISO_8859_1);

            assertThat(((Completion.Invalid) complete(latin)).faults()).singleElement().asString()
                .startsWith("not UTF-8: byte 0xe6 at offset " + MINIMAL.indexOf("7\",\"sn") + " ");
        }

        @Test
        void repairWithoutItsMainUnit() {
            assertThat(faults(REPAIR.formatted("no-guid", """
                                                          [{"pn":"A","sn":"1","failures":[{"code":"Cold"}]}]""")))
                .map(Fault::toString).containsExactly(
                    "/uur/refUUT: expected a GUID such as 0b9f6f0e-52d1-4a0e-9a53-6a8a1a3f7c01. Found: 'no-guid'",
                    "/subUnits/0/failures/0/category: is required",
                    "/subUnits/0/idx: is required in a repair; the main unit has 0",
                    "/subUnits/0: expected the main unit, whose idx is 0. Found: no such unit");
        }

        @Test
        void chartsWhosePointsDoNotPair() {
            assertThat(faults(
                COMPLETE.formatted("""
                                   {"stepType":"WATS_XYGMNLT","chart":{"chartType":"Pie","series":[
                                    {"name":"a","xdata":"0;1;2","ydata":"1;2"},{"name":"b","xdata":"","ydata":"1;2;"},
                                    {"name":"c","xdata":"0,1;2","ydata":"1"}]}}"""))).map(Fault::path).containsExactly(
                    "/root/steps/0/chart/chartType", "/root/steps/0/chart/series/0",
                    "/root/steps/0/chart/series/2/xdata", "/root/steps/0/chart/series/2");
        }

        @Test
        void textsLongerThanTheirField() {
            assertThat(faults(MINIMAL.replace("CTRL-7", "C".repeat(101)))).singleElement()
                .hasToString("/pn: expected at most 100 characters. Found: 101");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"NaN\"", "\"-Infinity\"", "\"INF\"", "\"4.7\"", "5", "null"})
    void measuredValuesMayBeSpelledAsText(String value) {
        completed(
            COMPLETE.formatted("""
                               {"stepType":"ET_NLT","numericMeas":[{"value":%s,"compOp":"LOG"}]}""".formatted(value)));
    }

    private CompletedReport completed(String json) {
        return switch (complete(bytes(json))) {
            case Completion.Complete(var report) -> report;
            case Completion.Invalid(var faults) -> throw new AssertionError(faults.toString());
        };
    }

    private List<Fault> faults(String json) {
        return ((Completion.Invalid) complete(bytes(json))).faults();
    }

    private Completion complete(byte[] json) {
        return completer.complete(Report.ofJson(json), FALLBACK);
    }

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(CompletedReport report) {
        return new String(report.json(), StandardCharsets.UTF_8);
    }
}
