/**
 * The REST API of the service.
 */
@NullMarked
package dev.sightglass.client.api;

import org.jspecify.annotations.NullMarked;
