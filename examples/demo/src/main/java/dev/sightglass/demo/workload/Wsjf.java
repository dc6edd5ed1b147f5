package dev.sightglass.demo.workload;

import static java.time.format.DateTimeFormatter.ISO_INSTANT;
import static java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME;

import java.util.random.RandomGenerator;

/** Writes WSJF. The texts of the catalogue hold nothing that JSON would escape. */
final class Wsjf {

    private static final double INCOMPLETE_SHARE = 0.25;

    private final StringBuilder out;
    private int stepId;

    private Wsjf(int size) {
        this.out = new StringBuilder(size);
    }

    /** A test. One in four leaves to the client what the client can complete: id, UTC time, station. */
    static String test(Unit unit, RandomGenerator random) {
        var wsjf = new Wsjf(4096);
        wsjf.head(unit, random.nextDouble() >= INCOMPLETE_SHARE);
        wsjf.sequence("Main", "main.seq", unit.passed());
        unit.measurements().forEach(measurement -> wsjf.comma().step(measurement));
        return wsjf.comma().action("Power off").append("]}}\n").toString();
    }

    /** A test with steps, charts and loops up to a size in characters. */
    static String largeTest(Unit unit, int size, RandomGenerator random) {
        var wsjf = new Wsjf(size + 8192);
        wsjf.head(unit, true);
        wsjf.sequence("Main", "main.seq", unit.passed());
        for (var block = 1; wsjf.out.length() < size; block++) {
            wsjf.comma().sequence("Block " + block, "block.seq", unit.passed());
            unit.measurements().forEach(measurement -> wsjf.comma().step(measurement));
            WsjfExtras.rareSteps(wsjf.comma().out, wsjf.stepId, block);
            wsjf.stepId += WsjfExtras.RARE_STEPS;
            WsjfExtras.loop(wsjf.comma().out, ++wsjf.stepId, block);
            WsjfExtras.chart(wsjf.comma().out, ++wsjf.stepId, block, random);
            wsjf.out.append("]}");
        }
        return wsjf.comma().action("Power off").append("]}}\n").toString();
    }

    private void head(Unit unit, boolean complete) {
        out.append("{\"type\":\"T\",");
        if (complete) {
            out.append("\"id\":\"").append(unit.id()).append("\",");
        }
        text("pn", unit.product().partNumber()).text("sn", unit.serialNumber()).text("rev", unit.revision());
        out.append("\"processCode\":").append(unit.product().processCode()).append(',');
        text("result", letter(unit.passed()));
        if (complete) {
            text("machineName", unit.station()).text("location", Unit.LOCATION).text("purpose", Unit.PURPOSE);
            text("startUTC", ISO_INSTANT.format(unit.start()));
        }
        text("start", ISO_OFFSET_DATE_TIME.format(unit.start()));
        out.append("\n \"uut\":{");
        text("user", unit.operator()).text("batchSN", unit.batch());
        out.append("\"execTime\":").append(unit.seconds()).append("},\n \"miscInfos\":[{\"description\":\"Firmware\",")
            .append("\"text\":\"2.4.1\"}],\"subUnits\":[{\"partType\":\"PCBA\",\"pn\":\"PCB-")
            .append(unit.product().partNumber())
            .append("\",\"sn\":\"P").append(unit.serialNumber()).append("\",\"rev\":\"1\"}],\n \"root\":");
    }

    private void sequence(String name, String file, boolean passed) {
        begin("SequenceCall", name, passed ? "P" : "F").append(",\"seqCall\":{\"path\":\"").append(file)
            .append("\",\"name\":\"")
            .append(file).append("\",\"version\":\"1.0\"},\"steps\":[\n");
        // The first step needs no comma, and every block begins with one of its own.
        action("Begin " + name);
    }

    private void step(Measurement measurement) {
        var status = letter(measurement.passed());
        switch (measurement) {
            case Measurement.Numeric(var name, _, var value, var low, var high, var unit) ->
                begin("ET_NLT", name, status)
                    .append(",\"numericMeas\":[{\"status\":\"").append(status)
                    .append("\",\"compOp\":\"GELE\",\"value\":")
                    .append(Decimals.thousandths(value)).append(",\"unit\":\"").append(unit).append("\",\"lowLimit\":")
                    .append(Decimals.thousandths(low)).append(",\"highLimit\":").append(Decimals.thousandths(high))
                    .append("}]}");
            case Measurement.PassFail(var name, _) ->
                begin("ET_PFT", name, status).append(",\"booleanMeas\":[{\"status\":\"")
                    .append(status).append("\"}]}");
            case Measurement.Text(var name, _, var value, var limit) -> begin("ET_SVT", name, status)
                .append(",\"stringMeas\":[{\"status\":\"").append(status)
                .append("\",\"compOp\":\"IGNORECASE\",\"value\":\"")
                .append(value).append("\",\"limit\":\"").append(limit).append("\"}]}");
        }
    }

    private StringBuilder action(String name) {
        return begin("ET_A", name, "D").append('}');
    }

    private StringBuilder begin(String type, String name, String status) {
        return out.append("{\"id\":").append(++stepId).append(",\"stepType\":\"").append(type).append("\",\"name\":\"")
            .append(name)
            .append("\",\"group\":\"M\",\"status\":\"").append(status).append("\",\"totTime\":0.4");
    }

    private Wsjf comma() {
        out.append(",\n");
        return this;
    }

    private Wsjf text(String name, String value) {
        out.append('"').append(name).append("\":\"").append(value).append("\",");
        return this;
    }

    static String letter(boolean passed) {
        return passed ? "P" : "F";
    }
}
