package dev.sightglass.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WsxfPostTest extends SimulatorFixture {

    private static final String PATH = "/api/Report/WSXF";

    @Test
    void takesEveryReportOfADocument() throws Exception {
        var second = UUID.randomUUID();

        var response = client.post(PATH, Reports.wsxf(id, second));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(Client.json(response).findValuesAsText("ID")).containsExactly(id.toString(), second.toString());
        assertThat(simulator.reports()).isEqualTo(2);
        assertThat(simulator.find(id).orElseThrow().content().orElseThrow().header().result()).isEqualTo("P");
    }

    @Test
    void givesBackTheBytesThatCame() throws Exception {
        client.post(PATH, Reports.wsxf(id));

        assertThat(client.get("/api/Report/Wsxf/" + id).body()).isEqualTo(Reports.wsxf(id));
        assertThat(client.get("/api/Report/Wsjf/" + id).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {" SN=| Sx=|Report[1]/SN: is required",
        "<UUT |<UUR |Report[1]/UUT: is required",
        "<Process |<Prozess |Report[1]/Process/@Code: is required",
        "Result=\"Passed\"|Result=\"Maybe\"|'Maybe' is not a known result",
        "/wsxf\">|/other\">|has no Report element", "</Report>|</Reprt>|not valid XML"})
    void saysWhatIsWrong(String good, String bad, String message) throws Exception {
        var response = client.post(PATH, Reports.wsxf(id).replace(good, bad));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Client.message(response)).contains(message);
    }

    @Test
    void refusesADocumentTypeDeclaration() throws Exception {
        var response =
            client.post(PATH, "<!DOCTYPE Reports [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>" + Reports.wsxf(id));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Client.message(response)).contains("document type declaration");
    }
}
