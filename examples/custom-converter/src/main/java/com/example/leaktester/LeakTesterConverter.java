package com.example.leaktester;

import dev.sightglass.converter.Argument;
import dev.sightglass.converter.Arguments;
import dev.sightglass.converter.Confidence;
import dev.sightglass.converter.ConversionContext;
import dev.sightglass.converter.ConversionResult;
import dev.sightglass.converter.Converter;
import dev.sightglass.converter.Source;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads the files of the leak tester. Has no state, and so serves any number of threads. */
public final class LeakTesterConverter implements Converter {

    private static final Argument<Integer> PROCESS_CODE = Argument.integer("process-code", 30, 1, 32_767,
        "The code of the operation on the WATS server, for files that name none.");

    @Override
    public String name() {
        return "leak-tester";
    }

    @Override
    public String version() {
        return "1.0.0";
    }

    @Override
    public String description() {
        return "Files of the leak tester: one unit per file, a line per measurement.";
    }

    @Override
    public List<String> patterns() {
        return List.of("*.leak");
    }

    @Override
    public List<Argument<?>> arguments() {
        return List.of(PROCESS_CODE);
    }

    /** Looks at the first line only: a probe runs for every file, and must be cheap. */
    @Override
    public Confidence probe(Source source, Arguments arguments) {
        return source.headText(LeakFile.TITLE.length(), StandardCharsets.UTF_8).equals(LeakFile.TITLE)
            ? new Confidence(0.9, "begins with " + LeakFile.TITLE)
            : Confidence.none("does not begin with " + LeakFile.TITLE);
    }

    @Override
    public ConversionResult convert(Source source, ConversionContext context) {
        var file = LeakFile.read(source.text(StandardCharsets.UTF_8));
        return ConversionResult.Converted.one(file.toReport(context.arguments().get(PROCESS_CODE)));
    }
}
