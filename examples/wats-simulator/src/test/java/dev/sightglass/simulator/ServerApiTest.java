package dev.sightglass.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerApiTest extends SimulatorFixture {

    @Override
    SimulatorOptions options() {
        return super.options().withToken("c2VjcmV0").withReadOnlyTokens(Set.of("cmVhZGVy"))
            .withProcesses(List.of(new WatsProcess(10, "SW Debug", false), new WatsProcess(500, "Repair", true)));
    }

    private int status(String method, String path, String body, String authorization) throws Exception {
        return client.send(method, path, body.getBytes(StandardCharsets.UTF_8), "Authorization", authorization)
            .statusCode();
    }

    private String body(String path) throws Exception {
        return client.send("GET", path, new byte[0], "Authorization", "Basic c2VjcmV0").body();
    }

    @ParameterizedTest
    @CsvSource({"Basic c2VjcmV0,200", "basic c2VjcmV0,200", "Basic cmVhZGVy,403", "Basic other,401",
        "Bearer c2VjcmV0,401"})
    void letsOnlyAKnownTokenWrite(String authorization, int expected) throws Exception {
        assertThat(status("POST", "/api/Report/WSJF", Reports.wsjf(id), authorization)).isEqualTo(expected);
    }

    @Test
    void letsAReadOnlyTokenRead() throws Exception {
        assertThat(status("GET", "/api/App/Version", "", "Basic cmVhZGVy")).isEqualTo(200);
    }

    @Test
    void asksForATokenWhenThereIsNone() throws Exception {
        var response = client.get("/api/App/Version");

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().firstValue("WWW-Authenticate")).contains("Basic realm=\"WATS\"");
    }

    @Test
    void tellsItsVersion() throws Exception {
        assertThat(body("/api/App/Version")).matches("\"\\d+\\.\\d+\\.\\d+\"");
    }

    @Test
    void listsTheProcesses() throws Exception {
        var processes =
            Client.json(client.send("GET", "/api/App/Processes", new byte[0], "Authorization", "Basic c2VjcmV0"));

        assertThat(processes.findValuesAsText("code")).containsExactly("10", "500");
        assertThat(processes.get(0).get("isTestOperation").asBoolean()).isTrue();
        assertThat(processes.get(1).get("isRepairOperation").asBoolean()).isTrue();
    }

    @Test
    void keepsProducts() throws Exception {
        var product = "{\"partNumber\":\"CTRL 7\",\"revisions\":[{\"revision\":\"A\"}]}";

        assertThat(status("GET", "/api/Product/CTRL%207", "", "Basic c2VjcmV0")).isEqualTo(404);
        assertThat(status("PUT", "/api/Product", product, "Basic c2VjcmV0")).isEqualTo(200);
        assertThat(body("/api/Product/CTRL%207")).isEqualTo(product);
        assertThat(body("/api/Product?partNumber=CTRL+7&revision=A")).isEqualTo(product);
        assertThat(status("GET", "/api/Product?partNumber=CTRL+7&revision=B", "", "Basic c2VjcmV0")).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"GET,/api/Product,400", "PUT,/api/Product,400", "GET,/api/Nothing,404", "GET,/,404",
        "DELETE,/api/Report/WSJF,405",
        "GET,/api/Report/Wsjf/no-guid,404", "GET,/api/Report/Query/Header?$top=many,400"})
    void refusesWhatMakesNoSense(String method, String path, int expected) throws Exception {
        assertThat(status(method, path.replace("$", "%24"), "", "Basic c2VjcmV0")).isEqualTo(expected);
    }

    @Test
    void pagesThroughReportHeadersInTheOrderOfArrival() throws Exception {
        for (var number = 0; number < 5; number++) {
            status("POST", "/api/Report/WSJF", Reports.wsjf(UUID.randomUUID()).replace("0001", "SN-" + number),
                "Basic c2VjcmV0");
        }
        status("POST", "/api/Report/WSJF", Reports.repair(id), "Basic c2VjcmV0");

        assertThat(serials("?%24top=2&%24skip=1")).containsExactly("SN-1", "SN-2");
        assertThat(serials("")).hasSize(5);
        assertThat(serials("?reportType=R")).containsExactly("0001");
    }

    private List<String> serials(String query) throws Exception {
        var response =
            client.send("GET", "/api/Report/Query/Header" + query, new byte[0], "Authorization", "Basic c2VjcmV0");
        return Client.json(response).findValuesAsText("serialNumber");
    }
}
