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
        if (component.name().equals(DrainSwitch.NAME)) {
            logger.info("Taking no more work: {}", component.reason());
            return;
        }
        switch (component.state()) {
            case UP -> recovered(before, component);
            case UNKNOWN -> logger.debug("Health of {} is not known", component.name());
            case DEGRADED -> write(Level.WARN, component);
            case DOWN, STALE -> write(takesUsOut(component) ? Level.ERROR : Level.WARN, component);
        }
    }

    private static void recovered(ComponentState before, ComponentHealth component) {
        if (before == ComponentState.UNKNOWN) {
            logger.debug("Health of {} is UP ({})", component.name(), component.reason());
        } else {
            logger.info("Health of {} is UP again ({})", component.name(), component.reason());
        }
    }

    private static boolean takesUsOut(ComponentHealth component) {
        return component.dependency() == Dependency.OWN && !component.probes().isEmpty();
    }

    private static void write(Level level, ComponentHealth component) {
        logger.atLevel(level).log("Health of {} is {} ({}). {}", component.name(), component.state(),
            component.reason(), component.nextStep());
    }
}
