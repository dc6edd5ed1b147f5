package dev.sightglass.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ControlApiTest extends SimulatorFixture {

    @Override
    SimulatorOptions options() {
        return super.options().withToken("c2VjcmV0");
    }

    private HttpResponse<String> put(String fault) throws Exception {
        return client.send("PUT", "/simulator/faults", fault.getBytes(StandardCharsets.UTF_8));
    }

    private void post(String report) throws Exception {
        client.postReport(report, "Authorization", "Basic c2VjcmV0", "Idempotency-Key", "key-1");
    }

    @Test
    void setsAndClearsAFault() throws Exception {
        put("""
            {"kind":"status","status":429,"retryAfter":3,"latencyMillis":1,"jitterMillis":2,"share":0.5,"remaining":9,
             "path":"/api/App","afterWork":true}""");

        var fault = simulator.faults().current();

        assertThat(FaultFormat.write(fault).toString())
            .isEqualTo("{kind=status, status=429, retryAfter=3, latencyMillis=1, "
                + "jitterMillis=2, share=0.5, remaining=9, path=/api/App, afterWork=true}");
        assertThat(client.send("DELETE", "/simulator/faults", new byte[0]).statusCode()).isEqualTo(204);
        assertThat(simulator.faults().current().kind()).isEqualTo(Fault.Kind.NONE);
    }

    @Test
    void isNotStruckByTheFaultItSets() throws Exception {
        put("{\"kind\":\"hang\"}");

        assertThat(Client.json(client.get("/simulator/faults")).get("kind").asText()).isEqualTo("hang");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{\"kind\":\"explode\"}|400|kind: must be one of none, status, drop, reset, hang, half-open",
        "{\"knd\":\"drop\"}|400|Found: [knd]", "{\"share\":2}|400|share: must be 0 to 1",
        "{\"share\":\"all\"}|400|share: must be a number",
        "{\"status\":42}|400|status: must be 200 to 599", "{\"status\":\"x\"}|400|status: must be a whole number",
        "{\"latencyMillis\":-1}|400|latencyMillis: must be not negative",
        "{\"remaining\":-1}|400|remaining: must be not negative",
        "[]|400|a fault is a JSON object", "{|400|not valid JSON", "{\"kind\":\"reset\"}|409|--wire-faults"})
    void refusesAFaultThatItDoesNotUnderstand(String fault, int status, String message) throws Exception {
        var response = put(fault);

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(Client.message(response)).contains(message);
    }

    @Test
    void showsWhatHappened() throws Exception {
        post(Reports.wsjf(id));
        post(Reports.wsjf(id));
        post("broken");

        var state = Client.json(client.get("/simulator/state"));

        assertThat(state.get("reports").asInt()).isEqualTo(1);
        assertThat(state.get("repeats").asInt()).isEqualTo(1);
        assertThat(state.at("/requests/POST ~1api~1Report~1WSJF").asInt()).isEqualTo(3);
        assertThat(state.at("/answers/200").asInt()).isEqualTo(2);
        assertThat(state.at("/answers/400").asInt()).isEqualTo(1);
        assertThat(state.get("peakInFlight").asInt()).isEqualTo(1);
        assertThat(simulator.peakInFlight()).isEqualTo(1);
    }

    @Test
    void listsAndForgetsReports() throws Exception {
        post(Reports.wsjf(id));

        var listed = Client.json(client.get("/simulator/reports")).get(0);

        assertThat(listed.get("id").asText()).isEqualTo(id.toString());
        assertThat(listed.get("sha256").asText()).isEqualTo(simulator.find(id).orElseThrow().sha256());
        assertThat(listed.at("/headers/idempotency-key").asText()).isEqualTo("key-1");
        assertThat(Client.json(client.get("/simulator/reports?%24skip=1"))).isEmpty();
        assertThat(client.send("DELETE", "/simulator/reports", new byte[0]).statusCode()).isEqualTo(204);
        assertThat(simulator.stored()).isEmpty();
    }
}
