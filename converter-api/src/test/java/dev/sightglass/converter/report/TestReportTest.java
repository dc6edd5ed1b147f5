package dev.sightglass.converter.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightglass.converter.Report;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TestReportTest {

    @Test
    void writesEveryPartOfATest() {
        var id = UUID.fromString("0b9f6f0e-52d1-4a0e-9a53-6a8a1a3f7c01");
        var root = Step.sequence("Main").calls("main.seq", "Main", "1.0").id(1).group(StepGroup.MAIN)
            .add(Step.numeric("5V").id(2).measured(5.02, "V", Limits.between(4.75, 5.25)).totalTime(0.4))
            .add(Step.numeric("Ripple").measured("CH1", 1, "mV", Limits.atMost(50))
                .measured("CH2", Double.NaN, "mV", Limits.none()))
            .add(Step.passFail("LED").passed(true)).add(Step.passFail("Relays").passed("K1", true).passed("K2", true))
            .add(Step.text("Boot").read("ok", Comparison.IGNORECASE, "OK"))
            .add(Step.action("Off").group(StepGroup.CLEANUP).error(7, "stuck").reportText("see log"))
            .add(Step.callExecutable("Flash", 3)).add(Step.messagePopup("Ask", "yes", 1))
            .add(Step.of("NI_Wait", "Wait").loop(Loop.round(0)).status(Status.SKIPPED))
            .add(Step.numeric("Curve").measured(4.9, "V", Limits.none())
                .chart(new Chart(Chart.Type.LOG_X, "Load").x("I", "A").y("U", "V").series("run",
                    new double[]{0, 1}, new double[]{5, 4.5}))
                .attachment(Attachment.of("a.txt", "text/plain", new byte[]{'h', 'i'}).describedAs("log")));
        var report = TestReport.of("CTRL-7", "1", "A").id(id).processCode(10).processName("Final").machineName("m")
            .location("Oslo").purpose("Production").start(OffsetDateTime.parse("2026-03-02T09:15:00+01:00"))
            .startUtc(Instant.parse("2026-03-02T08:15:00Z")).operator("anna").comment("c").executionTime(1.5)
            .fixture("FX").socket(0).batch("L").batchCounters(1, null).error(0, "").failedBecauseOfStep(2)
            .miscInfo("FW", "2.4").asset("DMM", 1).subUnit(SubUnit.of("", "P", "S", null).position(1))
            .additionalData("Env", Property.group("Room", Property.value("Temp", "Number", "21"))).root(root)
            .judge().build();

        assertThat(text(report)).isEqualToIgnoringWhitespace(
            """
            {"type":"T","pn":"CTRL-7","sn":"1","rev":"A","id":"0b9f6f0e-52d1-4a0e-9a53-6a8a1a3f7c01","processCode":10,
             "processName":"Final","machineName":"m","location":"Oslo","purpose":"Production",
             "start":"2026-03-02T09:15:00.000+01:00","startUTC":"2026-03-02T08:15:00Z","result":"P",
             "subUnits":[{"partType":"Unknown","pn":"P","sn":"S","position":1}],
             "root":{"id":1,"stepType":"SequenceCall","name":"Main","group":"M","status":"P",
              "seqCall":{"path":"main.seq","name":"Main","version":"1.0"},"steps":[
              {"id":2,"stepType":"ET_NLT","name":"5V","status":"P","totTime":0.4,"numericMeas":[
               {"status":"P","compOp":"GELE","value":5.02,"unit":"V","lowLimit":4.75,"highLimit":5.25}]},
              {"stepType":"ET_MNLT","name":"Ripple","status":"P","numericMeas":[
               {"name":"CH1","status":"P","compOp":"LE","value":1.0,"unit":"mV","lowLimit":50.0},
               {"name":"CH2","status":"P","compOp":"LOG","value":"NaN","unit":"mV"}]},
              {"stepType":"ET_PFT","name":"LED","status":"P","booleanMeas":[{"status":"P"}]},
              {"stepType":"ET_MPFT","name":"Relays","status":"P","booleanMeas":[
               {"name":"K1","status":"P"},{"name":"K2","status":"P"}]},
              {"stepType":"ET_SVT","name":"Boot","status":"P","stringMeas":[
               {"status":"P","compOp":"IGNORECASE","value":"ok","limit":"OK"}]},
              {"stepType":"ET_A","name":"Off","group":"C","status":"P","errorCode":7,"errorMessage":"stuck",
               "reportText":"see log"},
              {"stepType":"CallExecutable","name":"Flash","status":"P","callExe":{"exitCode":3.0}},
              {"stepType":"MessagePopup","name":"Ask","status":"P","messagePopup":{"response":"yes","button":1}},
              {"stepType":"NI_Wait","name":"Wait","status":"S","loop":{"idx":0}},
              {"stepType":"WATS_XYGMNLT","name":"Curve","status":"P","numericMeas":[
               {"status":"P","compOp":"LOG","value":4.9,"unit":"V"}],
               "chart":{"chartType":"LineLogX","label":"Load","xLabel":"I","xUnit":"A","yLabel":"U","yUnit":"V",
                "series":[{"dataType":"XYG","name":"run","xdata":"0.0;1.0","ydata":"5.0;4.5"}]},
               "attachment":{"name":"a.txt","contentType":"text/plain","description":"log","data":"aGk="}}]},
             "uut":{"user":"anna","comment":"c","execTime":1.5,"fixtureId":"FX","testSocketIndex":0,"batchSN":"L",
              "batchFailCount":1,"errorCode":0,"stepIdCausedUUTFailure":2},
             "miscInfos":[{"description":"FW","text":"2.4"}],"assets":[{"sn":"DMM","usageCount":1}],
             "additionalData":[{"name":"Env","props":[{"name":"Room","props":[
              {"name":"Temp","type":"Number","value":"21"}]}]}]}""");
    }

    @Test
    void writesARepair() {
        var report = RepairReport.of("CTRL-7", "1", "A").processCode(500).failedTest(10, "Final")
            .failedReport(UUID.fromString("0b9f6f0e-52d1-4a0e-9a53-6a8a1a3f7c01")).confirmed("2026-03-02T08:15:00Z")
            .finalized("2026-03-02T08:30:00Z")
            .unit(SubUnit.of("Main", "CTRL-7", "1", "A").indexed(0, null, null)
                .failure(Failure.of("Solder", "Cold").comment("R12").at("R12", "Power").uncoveredBy(4, "5V")
                    .article("R-10k", "1", "Acme", "10 kOhm")))
            .attachment(Attachment.ofBase64("a.png", "image/png", "aG\nk=")).build();

        assertThat(text(report)).isEqualToIgnoringWhitespace(
            """
            {"type":"R","pn":"CTRL-7","sn":"1","rev":"A","processCode":500,"result":"P",
             "subUnits":[{"partType":"Main","pn":"CTRL-7","sn":"1","rev":"A","idx":0,"failures":[
              {"category":"Solder","code":"Cold","comment":"R12","comRef":"R12","funcBlock":"Power","refStepId":4,
               "refStepName":"5V","artNumber":"R-10k","artRev":"1","artVendor":"Acme","artDescription":"10 kOhm"}]}],
             "binaryData":[{"name":"a.png","contentType":"image/png","data":"aGk="}],
             "uur":{"processCode":10,"processName":"Final","refUUT":"0b9f6f0e-52d1-4a0e-9a53-6a8a1a3f7c01",
              "confirmDate":"2026-03-02T08:15:00Z","finalizeDate":"2026-03-02T08:30:00Z"}}""");
    }

    @ParameterizedTest
    @CsvSource({"LOG,9,9,9,P", "GELE,5,5,6,P", "GELE,7,5,6,F", "GTLT,5,5,6,F", "GTLE,6,5,6,P", "GELT,6,5,6,F",
        "LTGT,5,5,6,F", "LTGT,4,5,6,P", "LEGE,5,5,6,P", "LEGE,5.5,5,6,F", "LEGT,6,5,6,F", "LTGE,6,5,6,P"})
    void judgesByTwoLimits(Comparison comparison, double value, double low, double high, String letter) {
        var limits = comparison == Comparison.LOG ? Limits.none() : Limits.of(comparison, low, high);

        assertThat(judged(limits, value)).isEqualTo(letter);
    }

    @ParameterizedTest
    @CsvSource({"EQ,5,5,P", "EQ,5,5.1,F", "NE,5,5,F", "LT,5,5,F", "LE,5,5,P", "GT,5,5,F", "GE,5,5,P", "GE,NaN,5,F",
        "GE,Infinity,5,P", "LT,-Infinity,5,P"})
    void judgesByOneLimit(Comparison comparison, double value, double limit, String letter) {
        assertThat(judged(Limits.of(comparison, limit), value)).isEqualTo(letter);
    }

    @Test
    void failuresReachTheResultUnlessItIsGiven() {
        var inner = Step.sequence("Inner").add(Step.passFail("LED").passed(false));

        assertThat(text(TestReport.of("P", "1", "A").root(Step.sequence("Main").add(inner)).judge().build()))
            .contains("\"result\":\"F\"").doesNotContain("\"status\":\"P\"");
        assertThat(text(TestReport.of("P", "1", "A").root(Step.sequence("Main").add(inner)).judge()
            .result(Status.TERMINATED).build())).contains("\"result\":\"T\"");
        assertThat(text(TestReport.of("P", "1", "A").root(Step.sequence("Main").add(Step.action("a"))).build()))
            .doesNotContain("result", "status");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.50", "1E+5", "-7", "0.000", "123456789012345678901234567890.5"})
    void numbersFromTextKeepTheirDigits(String number) {
        var step = Step.numeric("U").measurement(
            new Measurement.Numeric(null, Decimal.parse(number), null, Limits.none(), Status.PASSED));

        assertThat(text(TestReport.of("P", "1", "A").root(step).build())).contains("\"value\":" + number + "}");
    }

    @ParameterizedTest
    @CsvSource({"NaN,NaN", "inf,Infinity", "-Infinity,-Infinity"})
    void numbersBeyondJsonBecomeTexts(String number, String text) {
        assertThat(Decimal.parse(number).toJson().toString()).isEqualTo("\"" + text + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5V", "1,5", "0x1F", "1E999999999", "1e-5000"})
    void refusesWhatIsNoMeasuredNumber(String text) {
        assertThatThrownBy(() -> Decimal.parse(text)).isInstanceOf(NumberFormatException.class)
            .hasMessage("expected a number. Found: '" + text + "'");
    }

    @Test
    void decimalsKnowTheirValue() {
        assertThat(Decimal.of(new BigDecimal("1.50")).doubleValue()).isEqualTo(1.5);
        assertThat(Decimal.of(1.5)).isEqualTo(Decimal.parse("1.5")).hasToString("1.5");
    }

    @ParameterizedTest
    @CsvSource({"P,P", "passed,P", " OK ,P", "success,P", "Fail,F", "NG,F", "failure,F", "skip,S", "Done,D",
        "completed,D", "err,E", "ERROR,E", "aborted,T", "term,T"})
    void knowsTheWordsOfTestSystems(String word, String letter) {
        assertThat(Status.ofWord(word)).hasValueSatisfying(status -> assertThat(status.letter()).isEqualTo(letter));
        assertThat(Status.ofWord("perhaps")).isEmpty();
    }

    @Test
    void aStepHasOneChartAndOneAttachment() {
        var step = Step.action("a").chart(new Chart(Chart.Type.LINE, "c"))
            .attachment(Attachment.of("f", "text/plain", new byte[0]));

        assertThatThrownBy(() -> step.chart(new Chart(Chart.Type.LINE, "d"))).isInstanceOf(IllegalStateException.class)
            .hasMessage("step a: has a chart already; a step has at most one");
        assertThatThrownBy(() -> step.attachment(Attachment.of("g", "text/plain", new byte[0])))
            .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void limitsFitTheirComparison() {
        assertThatThrownBy(() -> Limits.of(Comparison.GELE, 1)).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("GELE needs 2 limits. Found: 1");
        assertThatThrownBy(() -> new Chart(Chart.Type.LINE, "c").series("s", new double[1], new double[2]))
            .hasMessage("series s: expected as many x as y. Found: 1 and 2");
    }

    private static String judged(Limits limits, double value) {
        var step = Step.numeric("U").measured(value, null, limits);
        return step.judged().letter();
    }

    private static String text(Report report) {
        return new String(report.json(), StandardCharsets.UTF_8);
    }
}
