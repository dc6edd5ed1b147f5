package dev.sightglass.metrics.exposition;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An {@code Accept} header, read leniently: a range that cannot be understood is not a wish. */
record AcceptHeader(List<Range> ranges) {
    private static final int LONGEST = 4096;

    record Range(String type, List<String> parameters, double quality) {
        /** How exactly this range names the format: 0 not at all, 1 any type, 2 a family of types, 3 the type itself. */
        int fits(Format format) {
            if (type.equals("*/*")) {
                return 1;
            }
            if (type.endsWith("/*") && format.mediaType().startsWith(type.substring(0, type.length() - 1))) {
                return 2;
            }
            return type.equals(format.mediaType()) && parametersFit(format) ? 3 : 0;
        }

        private boolean parametersFit(Format format) {
            return parameters.stream().allMatch(parameter -> {
                String key = parameter.substring(0, Math.max(parameter.indexOf('='), 0)).strip();
                String value = parameter.substring(parameter.indexOf('=') + 1).strip().replace("\"", "");
                return switch (key) {
                    case "version" ->
                        format == Format.TEXT ? value.equals("0.0.4") : value.matches("1\\.0\\.0|0\\.0\\.1");
                    case "proto" -> value.equals("io.prometheus.client.metricfamily");
                    case "encoding" -> value.equals("delimited");
                    default -> true;
                };
            });
        }
    }

    static AcceptHeader parse(String header) {
        List<Range> ranges = new ArrayList<>();
        if (header.length() <= LONGEST) {
            for (String part : header.toLowerCase(Locale.ROOT).split(",")) {
                String[] pieces = part.split(";");
                List<String> parameters = new ArrayList<>();
                double quality = 1;
                for (int i = 1; i < pieces.length; i++) {
                    String parameter = pieces[i].strip();
                    if (parameter.startsWith("q=")) {
                        quality = quality(parameter.substring(2));
                    } else {
                        parameters.add(parameter);
                    }
                }
                ranges.add(new Range(pieces.length == 0 ? "" : pieces[0].strip(), parameters, quality));
            }
        }
        return new AcceptHeader(ranges);
    }

    private static double quality(String text) {
        try {
            double quality = Double.parseDouble(text.strip());
            return quality >= 0 && quality <= 1 ? quality : 0;
        } catch (NumberFormatException ignored) {
            return 0;
        }
    }

    Format best() {
        Format best = Format.TEXT;
        double bestQuality = 0;
        int bestFit = 0;
        for (Format format : Format.values()) {
            Range range = format.isAvailable() ? mostExact(format) : null;
            double quality = range == null ? 0 : range.quality();
            int fit = range == null ? 0 : range.fits(format);
            if (quality > bestQuality || (quality == bestQuality && quality > 0 && fit > bestFit)) {
                best = format;
                bestQuality = quality;
                bestFit = fit;
            }
        }
        return best;
    }

    private @Nullable Range mostExact(Format format) {
        Range best = null;
        for (Range range : ranges) {
            int fit = range.fits(format);
            if (fit > 0 && (best == null || fit > best.fits(format)
                || (fit == best.fits(format) && range.quality() > best.quality()))) {
                best = range;
            }
        }
        return best;
    }
}
