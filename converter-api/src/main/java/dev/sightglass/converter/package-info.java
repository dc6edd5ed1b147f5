@NullMarked
package dev.sightglass.converter;

import org.jspecify.annotations.NullMarked;
