/**
 * XML for converters, read so that a file can neither reach other files or hosts nor grow in memory by entities.
 *
 * <p>
 * Start at {@link dev.sightglass.converter.xml.XmlSource}.
 */
@NullMarked
package dev.sightglass.converter.xml;

import org.jspecify.annotations.NullMarked;
