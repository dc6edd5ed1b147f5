package dev.sightglass.client.testing;

import dev.sightglass.converter.Arguments;
import dev.sightglass.converter.Confidence;
import dev.sightglass.converter.ConversionContext;
import dev.sightglass.converter.ConversionResult;
import dev.sightglass.converter.Converter;
import dev.sightglass.converter.InvalidSourceException;
import dev.sightglass.converter.Report;
import dev.sightglass.converter.Source;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

/** Makes one report per line of text, the line being its serial number; some lines make it misbehave. */
public final class LineConverter implements Converter {

    /** Ends every spinning conversion, at the end of a test. */
    public final AtomicBoolean released = new AtomicBoolean();

    private final String name;

    public LineConverter(String name) {
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String version() {
        return "1.2.3";
    }

    @Override
    public String description() {
        return "one report per line";
    }

    @Override
    public List<String> patterns() {
        return List.of("*.txt");
    }

    @Override
    public Confidence probe(Source source, Arguments arguments) {
        var text = source.text(StandardCharsets.UTF_8);
        if (text.startsWith("doubtful")) {
            return new Confidence(0.3, "begins with doubt");
        }
        return text.startsWith("foreign") ? Confidence.none("begins with foreign") : new Confidence(0.9, "is text");
    }

    @Override
    public ConversionResult convert(Source source, ConversionContext context) throws Exception {
        var lines = source.text(StandardCharsets.UTF_8).lines().toList();
        if (lines.isEmpty()) {
            return new ConversionResult.Rejected("it is empty");
        }
        return switch (lines.getFirst()) {
            case "skip" -> new ConversionResult.Skipped("of no interest");
            case "suspend" -> new ConversionResult.Suspended("its companion is missing", Duration.ofMillis(50));
            case "reject" -> new ConversionResult.Rejected("wrong in line 1");
            case "invalid content" -> throw new InvalidSourceException("line 1: no colon");
            case "throw" -> throw new IllegalStateException("tripped");
            case "recurse" -> new ConversionResult.Rejected("depth " + depth(0));
            case "allocate" -> new ConversionResult.Rejected("bytes " + new byte[Integer.MAX_VALUE - 8].length);
            case "hoard" -> hoard();
            case "sleep" -> sleep();
            case "spin" -> spin();
            default -> new ConversionResult.Converted(lines.stream().map(LineConverter::report).toList());
        };
    }

    private static int depth(int depth) {
        return depth < 0 ? depth : depth(depth + 1) + 1;
    }

    private static ConversionResult hoard() {
        var hoard = new ArrayList<byte[]>();
        while (hoard.size() < Integer.MAX_VALUE) {
            hoard.add(new byte[100_000]);
        }
        return new ConversionResult.Rejected("hoarded " + hoard.size());
    }

    private static ConversionResult sleep() throws InterruptedException {
        new CountDownLatch(1).await();
        return new ConversionResult.Skipped("unreachable");
    }

    /** Deaf to interrupts. */
    private ConversionResult spin() {
        while (!released.get()) {
            Thread.onSpinWait();
        }
        return new ConversionResult.Skipped("released");
    }

    private static Report report(String serialNumber) {
        if (serialNumber.equals("incomplete")) {
            return Report.ofJson("{\"type\":\"T\"}".getBytes(StandardCharsets.UTF_8));
        }
        return Report.ofJson(
            """
            {"type":"T","pn":"PN-1","sn":"%s","rev":"A","processCode":10,"result":"P",
             "root":{"stepType":"SequenceCall","name":"Main","group":"M","status":"P",
             "seqCall":{"path":"main.seq","name":"main.seq","version":"1.0"},"steps":[]}}"""
                .formatted(serialNumber).getBytes(StandardCharsets.UTF_8));
    }
}
