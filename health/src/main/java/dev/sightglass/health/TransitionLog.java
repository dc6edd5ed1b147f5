package dev.sightglass.health;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Writes each change of state to the log, once, at the level that it deserves. */
public final class TransitionLog implements HealthListener {

    private static final Logger logger = LoggerFactory.getLogger("dev.sightglass.health");

    /** The log of this module's name. */
    public TransitionLog() {}

    @Override
    public void changed(ComponentState before, ComponentHealth component) {
        switch (component.state()) {
            case UP -> recovered(before, component);
            case UNKNOWN -> logger.debug("Health of {} is not known", component.name());
            case DEGRADED -> logger.warn("Health of {} is degraded: {} {}", component.name(), component.reason(),
                component.nextStep());
            case DOWN, STALE -> failed(component);
        }
    }

    private static void recovered(ComponentState before, ComponentHealth component) {
        if (before == ComponentState.UNKNOWN) {
            logger.debug("Health of {} is up: {}", component.name(), component.reason());
        } else {
            logger.info("Health of {} is up again: {}", component.name(), component.reason());
        }
    }

    private static void failed(ComponentHealth component) {
        boolean takesUsOut = component.dependency() == Dependency.OWN && !component.probes().isEmpty();
        var level = takesUsOut && !component.name().equals(DrainSwitch.NAME) ? Level.ERROR
            : Level.WARN;
        logger.atLevel(level).log("Health of {} is {}: {} {}", component.name(), component.state(), component.reason(),
            component.nextStep());
    }
}
