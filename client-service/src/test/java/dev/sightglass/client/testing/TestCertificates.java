package dev.sightglass.client.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Certificates of a day, made by the JDK's own tool. */
public final class TestCertificates {

    private static final char[] PASSWORD = "changeit".toCharArray();

    private final KeyStore store;
    private final Certificate issuer;

    private TestCertificates(KeyStore store, Certificate issuer) {
        this.store = store;
        this.issuer = issuer;
    }

    /** Good for 127.0.0.1, now. */
    public static TestCertificates valid(Path folder) throws Exception {
        return make(folder.resolve("valid.p12"), "-1d", "30", "ip:127.0.0.1");
    }

    /** Good for 127.0.0.1 until two days ago. */
    public static TestCertificates expired(Path folder) throws Exception {
        return make(folder.resolve("expired.p12"), "-12d", "10", "ip:127.0.0.1");
    }

    /** Good now, for somebody else. */
    public static TestCertificates ofAnotherHost(Path folder) throws Exception {
        return make(folder.resolve("other.p12"), "-1d", "30", "dns:other.example");
    }

    /** An issuer of its own signs each: a certificate that is trusted itself is not asked for its dates. */
    private static TestCertificates make(Path file, String from, String days, String name)
        throws IOException, InterruptedException, GeneralSecurityException {
        keytool(file, "-alias", "issuer", "-dname", "CN=issuer", "-ext", "bc:c");
        keytool(file, "-alias", "server", "-dname", "CN=test", "-ext", "san=" + name, "-signer", "issuer", "-startdate",
            from,
            "-validity", days);
        var store = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(file)) {
            store.load(in, PASSWORD);
        }
        var issuer = store.getCertificate("issuer");
        store.deleteEntry("issuer");
        return new TestCertificates(store, issuer);
    }

    private static void keytool(Path file, String... options) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-genkeypair", "-keyalg", "EC", "-storetype", "PKCS12", "-keystore", file.toString(), "-storepass",
            new String(PASSWORD)));
        command.addAll(List.of(options));
        var keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (keytool.waitFor() != 0) {
            throw new IOException("keytool failed: " + said);
        }
    }

    /** For a server that shows this certificate. */
    public SSLContext server() throws GeneralSecurityException {
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD);
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    /** For a client that trusts the issuers of these certificates and no others. */
    public static SSLContext trusting(TestCertificates... trusted) throws Exception {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        for (int place = 0; place < trusted.length; place++) {
            store.setCertificateEntry("trusted-" + place, trusted[place].issuer);
        }
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
