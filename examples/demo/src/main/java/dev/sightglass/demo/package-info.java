/** The demonstration: a service, a simulated WATS server and a load of realistic files, in one command. */
@NullMarked
package dev.sightglass.demo;

import org.jspecify.annotations.NullMarked;
