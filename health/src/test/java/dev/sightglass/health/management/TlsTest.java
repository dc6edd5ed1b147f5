package dev.sightglass.health.management;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.sightglass.health.local.LocalHttp;

class TlsTest {

    private static final String PASSWORD = "changeit";

    @TempDir
    private Path folder;

    private final PortFixture port = new PortFixture();

    @BeforeEach
    void makeCertificate() throws Exception {
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var process =
            new ProcessBuilder(List.of(keytool, "-genkeypair", "-alias", "port", "-keyalg", "EC", "-groupname",
                "secp256r1", "-dname", "CN=localhost", "-validity", "2", "-storetype", "PKCS12", "-storepass", PASSWORD,
                "-keystore", keyStore().toString())).inheritIO().start();
        assertThat(process.waitFor()).isZero();
    }

    @AfterEach
    void close() {
        port.close();
    }

    @Test
    void servesWithAKeyStore() throws Exception {
        port.tls = Tls.ofKeyStore(keyStore(), PASSWORD);

        assertAnswersOverTlsOnly();
    }

    @Test
    void servesWithPemFiles() throws Exception {
        var store = KeyStore.getInstance(keyStore().toFile(), PASSWORD.toCharArray());
        var certificate = pem("CERTIFICATE", store.getCertificate("port").getEncoded());
        var key = pem("PRIVATE KEY", store.getKey("port", PASSWORD.toCharArray()).getEncoded());
        port.tls = Tls.ofPem(certificate, key);

        assertAnswersOverTlsOnly();
    }

    @Test
    void warmsUpOverTls() throws Exception {
        port.tls = Tls.ofKeyStore(keyStore(), PASSWORD);
        port.open().warmUp();
    }

    @Test
    void saysWhatIsWrongWithAFileAndNotWhereItLies() {
        assertThatThrownBy(() -> Tls.ofKeyStore(keyStore(), "wrong")).isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("key-store-password").hasMessageNotContaining(folder.toString());
        assertThatThrownBy(() -> Tls.ofPem(folder.resolve("none"), folder.resolve("none")))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("PEM")
            .hasMessageNotContaining(folder.toString());
    }

    private void assertAnswersOverTlsOnly() throws Exception {
        var server = port.open();
        assertThat(server.uri().getScheme()).isEqualTo("https");
        assertThat(LocalHttp.get(URI.create(server.uri() + "/health"), Duration.ofSeconds(10))).isEqualTo(200);
        var plain = URI.create(server.uri().toString().replace("https", "http") + "/health");
        assertThatThrownBy(() -> LocalHttp.get(plain, Duration.ofSeconds(10))).isInstanceOf(IOException.class);
    }

    private Path keyStore() {
        return folder.resolve("port.p12");
    }

    private Path pem(String type, byte[] content) throws IOException {
        var text = "-----BEGIN " + type + "-----\n" + Base64.getMimeEncoder().encodeToString(content) + "\n-----END "
            + type + "-----\n";
        return Files.writeString(folder.resolve(type.replace(' ', '-') + ".pem"), text);
    }
}
