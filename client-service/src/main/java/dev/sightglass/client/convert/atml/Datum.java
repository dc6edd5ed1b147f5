package dev.sightglass.client.convert.atml;

import dev.sightglass.converter.InvalidSourceException;
import dev.sightglass.converter.report.Decimal;
import dev.sightglass.converter.xml.XmlElement;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;

/** A value of ATML: a number in an attribute, or a text in an element. */
record Datum(XmlElement element) {

    static Optional<Datum> in(XmlElement parent) {
        return parent.find("Datum").map(Datum::new);
    }

    String text() {
        return element.attribute("value").or(() -> element.find("Value").map(XmlElement::text)).orElse("");
    }

    Optional<String> unit() {
        return element.attribute("nonStandardUnit").or(() -> element.attribute("unit"));
    }

    /** TestStand writes unsigned numbers in hexadecimal. */
    Decimal number() {
        var text = text().strip();
        try {
            return text.toLowerCase(Locale.ROOT).startsWith("0x")
                ? Decimal.of(new BigDecimal(new BigInteger(text.substring(2), 16))) : Decimal.parse(text);
        } catch (NumberFormatException wrong) {
            throw wrong("expected a number. Found: " + InvalidSourceException.quote(text));
        }
    }

    private InvalidSourceException wrong(String problem) {
        return element.wrong(problem);
    }
}
