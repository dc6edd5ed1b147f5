package dev.sightglass.simulator;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a size such as {@code 500KB}, {@code 64MB} or {@code 1GB}; a bare number is bytes. */
final class Sizes implements ITypeConverter<Long> {

    private static final Pattern SIZE = Pattern.compile("(\\d{1,9})(|KB|MB|GB)");
    private static final Map<String, Long> UNITS = Map.of("", 1L, "KB", 1L << 10, "MB", 1L << 20, "GB", 1L << 30);

    @Override
    public Long convert(String text) {
        var matcher = SIZE.matcher(text.toUpperCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw new TypeConversionException("expected a size such as 500KB, 64MB or 1GB. Found: " + text);
        }
        return Long.parseLong(matcher.group(1)) * UNITS.getOrDefault(matcher.group(2), 1L);
    }
}
