/**
 * The dashboards in Grafana's classic JSON model, which every Grafana imports. A builder of our own: the Foundation SDK's Java artefact does
 * not resolve from Maven Central (docs/adr). Thresholds come from the catalogue's alerts.
 */
@NullMarked
package dev.sightglass.monitoring.dashboard;

import org.jspecify.annotations.NullMarked;
