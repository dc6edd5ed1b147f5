package dev.sightglass.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WireFaultTest extends SimulatorFixture {

    @Override
    SimulatorOptions options() {
        return super.options().withWireFaults(true);
    }

    @Test
    void serveAsUsualThroughTheRelay() throws Exception {
        for (var post = 0; post < 20; post++) {
            assertThat(client.postReport(Reports.wsjf(id)).statusCode()).isEqualTo(200);
        }
        assertThat(simulator.repeats()).isEqualTo(19);
    }

    @Test
    void resetsTheConnection() throws Exception {
        simulator.faults().set(Fault.of(Fault.Kind.RESET).times(1));

        try (var socket = new Socket(InetAddress.getLoopbackAddress(), simulator.port())) {
            socket.getOutputStream()
                .write("GET /api/App/Version HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

            // An orderly close would read as the end of the stream, -1.
            assertThatExceptionOfType(SocketException.class).isThrownBy(() -> socket.getInputStream().read())
                .withMessageContaining("reset");
        }
        assertThat(client.get("/api/App/Version").statusCode()).isEqualTo(200);
    }

    @Test
    void dropsInOrderThroughTheRelayToo() throws Exception {
        simulator.faults().set(Fault.of(Fault.Kind.DROP));

        try (var socket = new Socket(InetAddress.getLoopbackAddress(), simulator.port())) {
            socket.getOutputStream()
                .write("GET /api/App/Version HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
    }
}
