package dev.sightglass.client.convert;

import dev.sightglass.converter.Arguments;
import dev.sightglass.converter.ConversionContext;
import dev.sightglass.converter.Converter;
import java.util.Map;
import java.util.OptionalInt;

/** A conversion's surroundings with a folder's arguments and a server that knows a few operations. */
public record FixedContext(Arguments arguments, Map<String, Integer> operations) implements ConversionContext {

    /** The converter's defaults. */
    public static FixedContext of(Converter converter) {
        return of(converter, Map.of());
    }

    /** Some arguments set, the rest defaults. */
    public static FixedContext of(Converter converter, Map<String, ?> arguments) {
        return new FixedContext(Arguments.read(converter.arguments(), arguments), Map.of("Final test", 42));
    }

    @Override
    public OptionalInt processCode(String operationName) {
        Integer code = operations.get(operationName);
        return code == null ? OptionalInt.empty() : OptionalInt.of(code);
    }
}
