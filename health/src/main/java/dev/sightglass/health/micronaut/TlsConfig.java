package dev.sightglass.health.micronaut;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

import dev.sightglass.health.management.Tls;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.netty.handler.ssl.SslContext;

/**
 * TLS of the management port: PEM files or a key store; plain HTTP unless set. Files are read at start.
 *
 * @param certificate a PEM file with the certificate and its chain
 * @param privateKey a PEM file with the key, PKCS#8, not encrypted
 * @param keyStore a PKCS#12 or JKS file instead
 * @param keyStorePassword its password
 */
@ConfigurationProperties("sightglass.management.tls")
public record TlsConfig(@Nullable Path certificate, @Nullable Path privateKey, @Nullable Path keyStore,
    @Nullable String keyStorePassword) {

    private static final String KEY = "sightglass.management.tls: ";

    /** Checks what belongs together. */
    public TlsConfig {
        if ((certificate == null) != (privateKey == null)) {
            throw new IllegalArgumentException(KEY + "certificate and private-key need each other.");
        }
        if ((keyStore == null) != (keyStorePassword == null)) {
            throw new IllegalArgumentException(KEY + "key-store and key-store-password need each other.");
        }
        if (certificate != null && keyStore != null) {
            throw new IllegalArgumentException(KEY + "set certificate and private-key or key-store, not both.");
        }
    }

    @Nullable
    SslContext context() {
        if (certificate != null && privateKey != null) {
            return Tls.ofPem(certificate, privateKey);
        }
        return keyStore != null && keyStorePassword != null ? Tls.ofKeyStore(keyStore, keyStorePassword) : null;
    }

    @Override
    public String toString() {
        return "TlsConfig[secrets are not shown]";
    }
}
