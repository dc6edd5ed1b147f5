package dev.sightglass.client.wats;

import dev.sightglass.health.CheckResult;
import dev.sightglass.health.CheckSpec;
import dev.sightglass.health.HealthCheck;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Tells whether the token's file still holds one, and whether it is about to expire. Whether the server takes it is upstream's. */
@Singleton
final class TokenCheck implements HealthCheck {

    private static final CheckSpec SPEC = CheckSpec.named("token").every(Duration.ofSeconds(30));
    private static final String RENEW =
        "Have a new token made in WATS and set sightglass.wats.token, or replace the content of its file.";

    private final WatsServer server;
    private final WatsHealthConfig config;
    private final InstantSource clock;

    TokenCheck(WatsServer server, WatsHealthConfig config, InstantSource clock) {
        this.server = server;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public CheckSpec spec() {
        return SPEC;
    }

    @Override
    public CheckResult check() {
        var token = server.tokenStatus();
        if (!token.isCurrent()) {
            return CheckResult.degraded("the token's file cannot be read now, or holds no token; the last token serves",
                "Put the token into its file and let the service's user read it, or the next start fails.");
        }
        var expiry = token.expiry();
        return expiry == null ? CheckResult.up("there is a token; it does not say when it expires")
            : judge(expiry).with("expiry", expiry);
    }

    private CheckResult judge(Instant expiry) {
        var left = Duration.between(clock.instant(), expiry);
        if (left.isNegative()) {
            return CheckResult.down("the token expired " + words(left.negated()) + " ago", RENEW);
        }
        var reason = "the token expires in " + words(left);
        return left.compareTo(config.tokenWarning()) < 0 ? CheckResult.degraded(reason, RENEW) : CheckResult.up(reason);
    }

    private static String words(Duration duration) {
        return duration.toDays() > 1 ? duration.toDays() + " days"
            : duration.toHours() + " h " + duration.toMinutesPart()
                + " min";
    }
}
