package dev.sightglass.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class KeptBytesTest extends SimulatorFixture {

    private final int size = Reports.wsjf(id).length();

    @Override
    SimulatorOptions options() {
        return super.options().withKeepBytes(2L * Reports.wsjf(UUID.randomUUID()).length());
    }

    @Test
    void keepsOnlyIdAndDigestPastTheBudget() throws Exception {
        client.postReport(Reports.wsjf(UUID.randomUUID()));
        client.postReport(Reports.wsjf(UUID.randomUUID()));
        client.postReport(Reports.wsjf(id));

        var stored = simulator.find(id).orElseThrow();

        assertThat(stored.bytes()).isEmpty();
        assertThat(stored.sha256()).isEqualTo(sha256(Reports.wsjf(id)));
        assertThat(simulator.reports()).isEqualTo(3);
        assertThat(Client.message(client.get("/api/Report/Wsjf/" + id))).contains("its bytes were not kept");
    }

    @Test
    void computesTheSameDigestForKeptBytes() throws Exception {
        client.postReport(Reports.wsjf(id));

        assertThat(simulator.find(id).orElseThrow().sha256()).isEqualTo(sha256(Reports.wsjf(id)));
    }

    @Test
    void givesTheBudgetBackWhenAReportIsOverwrittenOrForgotten() throws Exception {
        for (var post = 0; post < 5; post++) {
            client.postReport(Reports.wsjf(id));
        }
        assertThat(Client.json(client.get("/simulator/state")).get("heldBytes").asInt()).isEqualTo(size);

        simulator.clear();

        assertThat(Client.json(client.get("/simulator/state")).get("heldBytes").asInt()).isZero();
        assertThat(simulator.reports()).isZero();
        assertThat(simulator.repeats()).isZero();
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of()
            .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
