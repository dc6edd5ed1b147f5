package dev.sightglass.client.queue.store.postgresql;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The shared store.
 *
 * @param url such as {@code jdbc:postgresql://host:5432/database}; several hosts with commas, of which the one that takes writes is used
 * @param username who we are
 * @param password of the user
 * @param passwordFile a file with the password, read for each new connection; instead of {@code password}
 * @param schema where our tables are; made when it is not there
 * @param connections how many at most, at least 3
 */
@ConfigurationProperties("sightglass.queue.postgresql")
public record PostgresqlConfig(@Nullable String url, @Nullable String username, @Nullable String password,
    @Nullable Path passwordFile, @Bindable(defaultValue = "sightglass") String schema,
    @Bindable(defaultValue = "8") int connections) {

    /** Checks the bounds. */
    public PostgresqlConfig {
        if (url != null && !url.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException(
                "sightglass.queue.postgresql.url: must be like jdbc:postgresql://host:5432/database. Found: " + url);
        }
        if (password != null && passwordFile != null) {
            throw new IllegalArgumentException("sightglass.queue.postgresql.password: cannot be set together with"
                + " sightglass.queue.postgresql.password-file; keep one");
        }
        if (!schema.matches("[a-z_][a-z0-9_]*")) {
            throw new IllegalArgumentException(
                "sightglass.queue.postgresql.schema: must be lower-case letters, digits and underscores. Found: "
                    + schema);
        }
        if (connections < 3) {
            throw new IllegalArgumentException(
                "sightglass.queue.postgresql.connections: must be at least 3. Found: " + connections);
        }
    }

    /** The address, which is required only where this store is used. */
    String requiredUrl() {
        if (url == null) {
            throw new IllegalArgumentException(
                "sightglass.queue.postgresql.url: is required when sightglass.queue.store is"
                    + " postgresql. Found: nothing; set it in sightglass.yml or as SIGHTGLASS_QUEUE_POSTGRESQL_URL");
        }
        return url;
    }

    /** Leaves the secret out. */
    @Override
    public String toString() {
        return "PostgresqlConfig[url=" + url + ", username=" + username + ", password="
            + (password == null ? "none" : "set") + ", passwordFile=" + passwordFile + ", schema=" + schema
            + ", connections=" + connections + "]";
    }
}
