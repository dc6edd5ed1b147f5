package dev.sightglass.client.convert.wstf;

import dev.sightglass.converter.InvalidSourceException;
import dev.sightglass.converter.report.Decimal;
import java.util.Optional;

/** Reads numbers with the file's decimal separator. */
record Numbers(boolean decimalComma) {

    Optional<Decimal> decimal(Line line, String key, String value) {
        if (value.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Decimal.parse(decimalComma ? value.replace(',', '.') : value));
        } catch (NumberFormatException wrong) {
            throw line.wrong(key + ": " + wrong.getMessage());
        }
    }

    Optional<Integer> integer(Line line, String key, String value) {
        if (value.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Integer.valueOf(value));
        } catch (NumberFormatException wrong) {
            throw line.wrong(key + ": expected a whole number. Found: " + InvalidSourceException.quote(value));
        }
    }
}
