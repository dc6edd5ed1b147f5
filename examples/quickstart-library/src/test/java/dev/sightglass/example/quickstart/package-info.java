/** The example as a user sees it: what it writes, what it shows. */
@NullMarked
package dev.sightglass.example.quickstart;

import org.jspecify.annotations.NullMarked;
