/**
 * ATML test results (IEEE 1636.1), with the extensions that TestStand writes.
 */
@NullMarked
package dev.sightglass.client.convert.atml;

import org.jspecify.annotations.NullMarked;
