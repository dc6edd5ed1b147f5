/** The code of the pages under docs, compiled and run so that it stays right. */
@NullMarked
package dev.sightglass.docs.snippets;

import org.jspecify.annotations.NullMarked;
