package dev.sightglass.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WsjfPostTest extends SimulatorFixture {

    @Override
    SimulatorOptions options() {
        return super.options().withMaxBodyBytes(200_000);
    }

    @Test
    void answersWithTheReportsIdInAnArray() throws Exception {
        var response = client.postReport(Reports.wsjf(id));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Date")).isPresent();
        assertThat(Client.json(response)).hasSize(1);
        assertThat(Client.json(response).get(0).get("ID").asText()).isEqualTo(id.toString());
        assertThat(Client.json(response).get(0).get("status").asText()).isEqualTo("Saved");
        assertThat(simulator.reports()).isEqualTo(1);
    }

    @Test
    void givesBackTheBytesThatCame() throws Exception {
        client.postReport(Reports.wsjf(id));

        var response = client.get("/api/Report/Wsjf/" + id.toString().toUpperCase(Locale.ROOT));

        assertThat(response.body()).isEqualTo(Reports.wsjf(id));
        assertThat(simulator.find(id).orElseThrow().bytes())
            .contains(Reports.wsjf(id).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void overwritesAndCountsARepeatedId() throws Exception {
        client.postReport(Reports.wsjf(id));
        var second = Reports.wsjf(id).replace("anna", "ben");

        var response = client.postReport(second);

        assertThat(Client.json(response).get(0).get("status").asText()).isEqualTo("Overwritten");
        assertThat(simulator.reports()).isEqualTo(1);
        assertThat(simulator.repeats()).isEqualTo(1);
        assertThat(simulator.find(id).orElseThrow().posts()).isEqualTo(2);
        assertThat(client.get("/api/Report/Wsjf/" + id).body()).isEqualTo(second);
    }

    @Test
    void takesARepairReport() throws Exception {
        assertThat(client.postReport(Reports.repair(id)).statusCode()).isEqualTo(200);
    }

    @Test
    void wantsTheRepairPartsOfARepairReport() throws Exception {
        var response =
            client.postReport(Reports.repair(id).replace("\"uur\"", "\"x\"").replace("\"subUnits\"", "\"y\""));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Client.message(response)).contains("uur: is required", "subUnits: is required")
            .doesNotContain("root");
    }

    @Test
    void takesPathsInAnyCase() throws Exception {
        assertThat(client.post("/API/report/wsjf", Reports.wsjf(id)).statusCode()).isEqualTo(200);
        assertThat(simulator.requests()).containsEntry("POST /api/Report/WSJF", 1L);
    }

    @Test
    void remembersTheHeadersOfTheLastPost() throws Exception {
        client.postReport(Reports.wsjf(id), "Idempotency-Key", "first", "X-Correlation-ID", "c1");
        client.postReport(Reports.wsjf(id), "Idempotency-Key", "second", "traceparent", "00-aa-bb-01");

        var stored = simulator.find(id).orElseThrow();

        assertThat(stored.header("idempotency-key")).contains("second");
        assertThat(stored.header("traceparent")).contains("00-aa-bb-01");
        assertThat(stored.header("X-Correlation-ID")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "type", "pn", "sn", "rev", "processCode", "result", "machineName", "location",
        "purpose", "start",
        "startUTC", "uut", "root"})
    void wantsEveryFieldThatTheVendorRequires(String field) throws Exception {
        var response = client.postReport(Reports.wsjf(id).replaceFirst("\"" + field + "\":", "\"other\":"));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Client.json(response).get("errors")).hasSize(1);
        assertThat(Client.message(response)).contains(field + ": is required");
        assertThat(simulator.reports()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "\"processCode\":10|\"processCode\":4711|process 4711 is not defined on this server",
        "\"processCode\":10|\"processCode\":1.5|'1.5' is not a whole number",
        "\"result\":\"P\"|\"result\":\"D\"|'D' is not a known result",
        "\"type\":\"T\"|\"type\":\"U\"|'U' is not a known type",
        "08:15:00.0000000Z|09:15:00+01:00|is not an ISO 8601 date and time in UTC",
        "09:15:00.000+01:00|09:15:00|is not an ISO 8601 date and time with an offset",
        "\"sn\":\"0001\"|\"sn\":\" \"|sn: is required",
        "\"sn\":\"0001\"|\"sn\":null|sn: is required", "\"uut\":{|\"uut\":null,\"x\":{|uut: is required",
        "\"root\":{|\"root\":[],\"x\":{|root: is required",
        "\"pn\":\"|\"pn\":\"" + LONG + "|pn: is longer than 100 characters (107)"})
    void saysWhatIsWrongWithAValue(String good, String bad, String message) throws Exception {
        var response = client.postReport(Reports.wsjf(id).replace(good, bad));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Client.message(response)).contains(message);
    }

    private static final String LONG =
        "0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789"
            + "A";

    @Test
    void listsEveryFaultAtOnce() throws Exception {
        var response = client.postReport("{}");

        assertThat(Client.json(response).get("errors")).hasSize(14);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{\"type\":\"T\"", "null", "not JSON", "{\"a\":NaN}"})
    void refusesWhatIsNoJsonObject(String body) throws Exception {
        var response = client.postReport(body);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Client.message(response)).contains("body: ");
    }

    @Test
    void refusesContentAfterTheReport() throws Exception {
        assertThat(client.postReport(Reports.wsjf(id) + "{}").statusCode()).isEqualTo(400);
    }

    @Test
    void refusesJsonOfGreatDepth() throws Exception {
        assertThat(client.postReport("{\"a\":" + "[".repeat(10_000)).statusCode()).isEqualTo(400);
    }

    @Test
    void refusesAnIdThatIsNoGuid() throws Exception {
        var response = client.postReport(Reports.wsjf(id).replace(id.toString(), "1-2-3-4-5"));

        assertThat(Client.message(response)).contains("id: '1-2-3-4-5' is not a GUID");
    }

    @Test
    void unpacksGzip() throws Exception {
        var response = client.send("POST", "/api/Report/WSJF", gzip(Reports.wsjf(id)), "Content-Encoding", "gzip");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(client.get("/api/Report/Wsjf/" + id).body()).isEqualTo(Reports.wsjf(id));
    }

    @Test
    void refusesWhatSaysGzipAndIsNot() throws Exception {
        assertThat(client.postReport(Reports.wsjf(id), "Content-Encoding", "gzip").statusCode()).isEqualTo(400);
        assertThat(client.postReport(Reports.wsjf(id), "Content-Encoding", "br").statusCode()).isEqualTo(415);
    }

    @Test
    void refusesABodyAboveTheMaximum() throws Exception {
        var response = client.postReport(" ".repeat(5_000_000));

        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(Client.message(response)).contains("200000 bytes");
    }

    @Test
    void refusesABodyThatUnpacksToMoreThanTheMaximum() throws Exception {
        var response = client.send("POST", "/api/Report/WSJF", gzip(" ".repeat(5_000_000)), "Content-Encoding", "gzip");

        assertThat(response.statusCode()).isEqualTo(413);
    }

    @Test
    void servesTheNextRequestAfterEachRefusal() throws Exception {
        client.postReport("broken");
        client.postReport(" ".repeat(300_000));

        assertThat(client.postReport(Reports.wsjf(UUID.randomUUID())).statusCode()).isEqualTo(200);
        assertThat(simulator.answers()).containsEntry(400, 1L).containsEntry(413, 1L).containsEntry(200, 1L);
    }

    private static byte[] gzip(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var packed = new GZIPOutputStream(bytes)) {
            packed.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
