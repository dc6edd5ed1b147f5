@NullMarked
package dev.sightglass.client;

import org.jspecify.annotations.NullMarked;
