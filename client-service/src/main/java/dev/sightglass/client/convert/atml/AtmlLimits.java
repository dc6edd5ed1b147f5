package dev.sightglass.client.convert.atml;

import dev.sightglass.converter.InvalidSourceException;
import dev.sightglass.converter.report.Comparison;
import dev.sightglass.converter.report.Decimal;
import dev.sightglass.converter.report.Limits;
import dev.sightglass.converter.xml.XmlElement;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/** Reads the limits of a numeric TestResult: a pair, a single one, or an expected value, which may have a tolerance. */
final class AtmlLimits {

    private AtmlLimits() {}

    static Limits numeric(XmlElement result) {
        return result.find("TestLimits", "Limits").map(AtmlLimits::read).orElse(Limits.none());
    }

    private static Limits read(XmlElement limits) {
        var pair = limits.find("LimitPair");
        if (pair.isPresent()) {
            return pair(pair.get());
        }
        var threshold = limits.find("Extension", "TSLimitProperties");
        var expected = limits.find("Expected");
        if (expected.isPresent() && threshold.flatMap(all -> all.find("ThresholdType")).isPresent()) {
            return threshold(threshold.get(), expected.get());
        }
        return expected.or(() -> limits.find("SingleLimit")).map(AtmlLimits::single).orElse(Limits.none());
    }

    private static Limits single(XmlElement limit) {
        return new Limits(comparison(limit, limit.attribute("comparator").orElse("EQ")), value(limit), null);
    }

    private static Limits pair(XmlElement pair) {
        var both = pair.children("Limit");
        if (both.size() != 2) {
            throw pair.wrong("expected two Limit elements. Found: " + both.size());
        }
        var operator = both.get(0).required("comparator") + both.get(1).required("comparator");
        return new Limits(comparison(pair, operator), value(both.get(0)), value(both.get(1)));
    }

    private static Comparison comparison(XmlElement element, String word) {
        return Comparison.ofWord(word).orElseThrow(() -> element
            .wrong("expected comparators such as GE, or GE and LE. Found: " + InvalidSourceException.quote(word)));
    }

    private static Decimal value(XmlElement limit) {
        return Datum.in(limit).orElseThrow(() -> limit.wrong("element Datum is required")).number();
    }

    /** TestStand gives the tolerance around the expected value in percent, in parts per million, or as a difference. */
    private static Limits threshold(XmlElement properties, XmlElement expected) {
        var type = AtmlReport.text(properties, "ThresholdType").orElse("");
        var divisor = switch (type.toLowerCase(Locale.ROOT)) {
            case "percentage" -> BigDecimal.valueOf(100);
            case "ppm" -> BigDecimal.valueOf(1_000_000);
            case "delta" -> BigDecimal.ZERO;
            default ->
                throw properties.wrong(
                    "ThresholdType: expected Percentage, PPM or Delta. Found: " + InvalidSourceException.quote(type));
        };
        var nominal = raw(properties, "Nominal").orElseGet(() -> exact(expected, value(expected)));
        var low = raw(properties, "Low").map(part -> nominal.subtract(difference(nominal, part, divisor)));
        var high = raw(properties, "High").map(part -> nominal.add(difference(nominal, part, divisor)));
        return Limits.given(low.map(Decimal::of).orElse(null), high.map(Decimal::of).orElse(null));
    }

    private static BigDecimal difference(BigDecimal nominal, BigDecimal part, BigDecimal divisor) {
        return divisor.signum() == 0 ? part : nominal.abs().multiply(part).divide(divisor);
    }

    private static Optional<BigDecimal> raw(XmlElement properties, String name) {
        return properties.find("RawLimits", name)
            .flatMap(limit -> limit.decimal("value").map(value -> exact(limit, value)));
    }

    private static BigDecimal exact(XmlElement element, Decimal value) {
        try {
            return new BigDecimal(value.toString());
        } catch (NumberFormatException wrong) {
            throw element.wrong("expected a finite number. Found: " + value);
        }
    }
}
