/**
 * Install, upgrade and uninstall by Helm against a double of the Kubernetes API.
 */
@NullMarked
package dev.sightglass.deployment.release;

import org.jspecify.annotations.NullMarked;
