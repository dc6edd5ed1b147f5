package dev.sightglass.health.management;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;

import javax.net.ssl.KeyManagerFactory;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;

/** Makes the port's TLS from files. */
public final class Tls {

    private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

    private Tls() {}

    /**
     * From PEM files, as Kubernetes secrets and ACME clients write them.
     *
     * @param certificates the certificate and its chain
     * @param privateKey the key, PKCS#8, not encrypted
     * @return the context
     * @throws IllegalArgumentException if they cannot be read or used
     */
    public static SslContext ofPem(Path certificates, Path privateKey) {
        try (var chain = Files.newInputStream(certificates); var key = Files.newInputStream(privateKey)) {
            return build(SslContextBuilder.forServer(chain, key));
        } catch (IOException | IllegalArgumentException failure) {
            throw new IllegalArgumentException("sightglass.management.tls: certificate and private-key must be "
                + "readable PEM files, the key as unencrypted PKCS#8. " + hint(failure), failure);
        }
    }

    /**
     * From a key store.
     *
     * @param file PKCS#12 or JKS
     * @param password of the store and its key
     * @return the context
     * @throws IllegalArgumentException if it cannot be read or used
     */
    public static SslContext ofKeyStore(Path file, String password) {
        try {
            var store = KeyStore.getInstance(file.toFile(), password.toCharArray());
            var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, password.toCharArray());
            return build(SslContextBuilder.forServer(keys));
        } catch (IOException | GeneralSecurityException failure) {
            throw new IllegalArgumentException("sightglass.management.tls: key-store must be a readable PKCS#12 or JKS "
                + "file that key-store-password opens. " + hint(failure), failure);
        }
    }

    /** The kind of failure, without its message: that may hold a path. */
    private static String hint(Exception failure) {
        return "Found: " + failure.getClass().getSimpleName();
    }

    private static SslContext build(SslContextBuilder builder) throws IOException {
        return builder.sslProvider(SslProvider.JDK).protocols(PROTOCOLS).build();
    }
}
