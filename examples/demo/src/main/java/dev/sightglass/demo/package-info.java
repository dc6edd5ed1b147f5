@NullMarked
package dev.sightglass.demo;

import org.jspecify.annotations.NullMarked;
