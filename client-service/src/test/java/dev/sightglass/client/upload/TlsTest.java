package dev.sightglass.client.upload;

import static dev.sightglass.client.testing.Reports.valid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sightglass.client.testing.TcpProxy;
import dev.sightglass.client.testing.TestCertificates;
import dev.sightglass.simulator.SimulatorOptions;
import dev.sightglass.simulator.WatsSimulator;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real handshakes with certificates that do not satisfy, and with those that replace them. */
class TlsTest {

    @TempDir
    private Path folder;
    private SSLContext before;
    private WatsSimulator simulator;

    @BeforeEach
    void start() throws Exception {
        before = SSLContext.getDefault();
        simulator = WatsSimulator.start(SimulatorOptions.defaults().withToken("secret"));
    }

    @AfterEach
    void stop() {
        SSLContext.setDefault(before);
        simulator.close();
    }

    /** The simulator behind TLS. */
    private TcpProxy tls(TestCertificates shown, int port) throws Exception {
        var listener =
            shown.server().getServerSocketFactory().createServerSocket(port, 50, InetAddress.getLoopbackAddress());
        return new TcpProxy(listener, simulator.port());
    }

    private UploadBench bench(int port) {
        return new UploadBench(folder.resolve("data"), UploadBench.wats(URI.create("https://127.0.0.1:" + port)),
            UploadBench.quick());
    }

    @Test
    void anExpiredCertificatePausesAndItsRenewalLetsReportsFlow() throws Exception {
        var expired = TestCertificates.expired(folder);
        var renewed = TestCertificates.valid(folder);
        SSLContext.setDefault(TestCertificates.trusting(expired, renewed));
        var server = tls(expired, 0);
        try (var bench = bench(server.port())) {
            bench.acceptValid(3);
            bench.awaitState(Destination.State.PAUSED);
            assertThat(bench.destination.pausedFor()).hasValue(PauseReason.TLS);
            assertThat(bench.destination.status().remedy()).contains("renew the certificate");

            int port = server.port();
            server.close();
            // another connection may have come upon the port meanwhile
            server = await().ignoreExceptionsInstanceOf(BindException.class)
                .until(() -> tls(renewed, port), Objects::nonNull);
            bench.awaitDelivered(3);
            assertThat(bench.failedAttempts()).as("no attempt is burnt").isZero();
            assertThat(simulator.find(valid("1").id())).isPresent();
        } finally {
            server.close();
        }
    }

    @Test
    void anIssuerThatNobodyTrusts() throws Exception {
        SSLContext.setDefault(TestCertificates.trusting(TestCertificates.expired(folder)));
        pausesOn(TestCertificates.valid(folder));
    }

    @Test
    void aCertificateOfAnotherHost() throws Exception {
        var other = TestCertificates.ofAnotherHost(folder);
        SSLContext.setDefault(TestCertificates.trusting(other));
        pausesOn(other);
    }

    private void pausesOn(TestCertificates shown) throws Exception {
        try (var server = tls(shown, 0); var bench = bench(server.port())) {
            bench.accept(valid("1"));
            bench.awaitState(Destination.State.PAUSED);
            assertThat(bench.destination.pausedFor()).hasValue(PauseReason.TLS);
            assertThat(bench.failedAttempts()).isZero();
            assertThat(simulator.requests()).as("not a byte of a report left").isEmpty();
        }
    }

    @Test
    void aConnectionThatBreaksDuringTheHandshakeIsNoMatterOfCertificates() throws Exception {
        try (var listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            var bench = bench(listener.getLocalPort())) {
            Thread.ofVirtual().start(() -> resetAll(listener));
            bench.accept(valid("1"));
            bench.awaitState(Destination.State.PAUSED);
            assertThat(bench.destination.pausedFor()).hasValue(PauseReason.FAILURES);
        }
    }

    private static void resetAll(ServerSocket listener) {
        while (!listener.isClosed()) {
            try (var client = listener.accept()) {
                int _ = client.getInputStream().read();
                client.setSoLinger(true, 0);
            } catch (IOException _) {
                // the listener was closed, or the client has seen enough
            }
        }
    }
}
