/** The fire drill: the service as users run it under load and faults, watched by real Prometheus and Alertmanager with our rules. */
@NullMarked
package dev.sightglass.monitoring.drill;

import org.jspecify.annotations.NullMarked;
