/**
 * What a test engineer implements and uses to turn a test system's own files into WATS reports.
 *
 * <p>
 * Start at {@link dev.sightglass.converter.Converter}. Nothing here knows of drop folders, queues or servers: a converter sees the bytes
 * of one source and answers with reports, or with the reason why there are none.
 */
@NullMarked
package dev.sightglass.converter;

import org.jspecify.annotations.NullMarked;
