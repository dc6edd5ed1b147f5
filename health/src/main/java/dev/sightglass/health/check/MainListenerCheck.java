package dev.sightglass.health.check;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.function.Supplier;

import dev.sightglass.health.CheckResult;
import dev.sightglass.health.CheckSpec;
import dev.sightglass.health.HealthCheck;
import dev.sightglass.health.Hysteresis;
import dev.sightglass.health.Probe;
import dev.sightglass.health.local.LocalHttp;

/**
 * Asks the application's own listener, through its port: a management port of its own says nothing about the one that
 * clients use. Any answer below 500 will do, since a refusal is an answer too.
 */
public final class MainListenerCheck implements HealthCheck {

    /** The name of the check. */
    public static final String NAME = "main-listener";

    private static final int FIRST_SERVER_ERROR = 500;
    private static final Duration PATIENCE = Duration.ofSeconds(4);
    private static final String REMEDY = "Look for blocked event loops in a thread dump, and for what the log says.";

    private final Supplier<URI> target;

    /**
     * The check.
     *
     * @param target what to ask for, with the port in use
     */
    public MainListenerCheck(Supplier<URI> target) {
        this.target = target;
    }

    @Override
    public CheckSpec spec() {
        return CheckSpec.named(NAME).countsFor(Probe.READY).within(PATIENCE.plusSeconds(1))
            .tolerating(new Hysteresis(2, 3, 1));
    }

    @Override
    public CheckResult check() {
        var uri = target.get();
        try {
            int status = LocalHttp.get(uri, PATIENCE);
            var reason = "port " + uri.getPort() + " answers " + status;
            return status < FIRST_SERVER_ERROR ? CheckResult.up(reason) : CheckResult.down(reason, REMEDY);
        } catch (IOException failure) {
            return CheckResult.down("port " + uri.getPort() + " does not answer: " + failure.getClass().getSimpleName(),
                REMEDY);
        }
    }
}
