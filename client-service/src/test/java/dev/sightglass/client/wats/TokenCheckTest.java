package dev.sightglass.client.wats;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.health.CheckResult;
import dev.sightglass.health.Status;
import dev.sightglass.metrics.MetricsCollector;
import dev.sightglass.metrics.group.HttpClientMetrics;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenCheckTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final WatsHealthConfig CONFIG = new WatsHealthConfig(Duration.ofDays(7), Duration.ofSeconds(30));

    @TempDir
    private Path folder;

    @Test
    void aTokenThatDoesNotSayWhenItExpiresIsWell() throws IOException {
        assertThat(check("dXNlcjpwYXNzd29yZA==").reason())
            .isEqualTo("there is a token; it does not say when it expires");
        assertThat(check("three.plain.words").status()).isEqualTo(Status.UP);
    }

    @ParameterizedTest
    @CsvSource({"30, UP, the token expires in 30 days", "7, UP, the token expires in 7 days",
        "1, DEGRADED, the token expires in 24 h 0 min", "-3, DOWN, the token expired 3 days ago"})
    void aWebTokenTellsItsExpiry(long days, Status status, String reason) throws IOException {
        var asItIs = check(jwt(NOW.plus(Duration.ofDays(days))));
        var asPassword = check(base64("user:" + jwt(NOW.plus(Duration.ofDays(days)))));

        assertThat(asItIs.status()).isEqualTo(status);
        assertThat(asItIs.reason()).isEqualTo(reason);
        assertThat(asPassword).isEqualTo(asItIs);
    }

    @Test
    void aFileThatBecomesEmptyIsAWarningAndTheLastTokenServes() throws IOException {
        var file = Files.writeString(folder.resolve("token"), "secret");
        try (var server = server(file)) {
            var check = new TokenCheck(server, CONFIG, InstantSource.fixed(NOW));
            assertThat(check.check().status()).isEqualTo(Status.UP);

            Files.writeString(file, " \n");
            Files.setLastModifiedTime(file, FileTime.from(NOW.plusSeconds(1)));
            assertThat(check.check().status()).isEqualTo(Status.DEGRADED);
        }
    }

    @Test
    void aFileThatIsGoneIsAWarningWithoutItsPath() throws IOException {
        var file = Files.writeString(folder.resolve("token"), "secret");
        try (var server = server(file)) {
            var check = new TokenCheck(server, CONFIG, InstantSource.fixed(NOW));
            assertThat(check.check().status()).isEqualTo(Status.UP);

            Files.delete(file);
            assertThat(check.check().status()).isEqualTo(Status.DEGRADED);
            assertThat(check.check().toString()).doesNotContain("secret", file.toString());
        }
    }

    private CheckResult check(String token) throws IOException {
        try (var server = server(Files.writeString(folder.resolve("token"), token))) {
            return new TokenCheck(server, CONFIG, InstantSource.fixed(NOW)).check();
        }
    }

    private static WatsServer server(Path file) {
        return new WatsServer(new WatsConfig(URI.create("http://127.0.0.1:1"), null, file),
            new HttpClientMetrics(MetricsCollector.disabled()), InstantSource.fixed(NOW));
    }

    private static String jwt(Instant expiry) {
        var claims = "{\"sub\":\"station\",\"exp\":" + expiry.getEpochSecond() + "}";
        var encoder = Base64.getUrlEncoder().withoutPadding();
        return encoder.encodeToString("{\"alg\":\"none\"}".getBytes(UTF_8)) + "."
            + encoder.encodeToString(claims.getBytes(UTF_8))
            + ".c2lnbmF0dXJl";
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }
}
