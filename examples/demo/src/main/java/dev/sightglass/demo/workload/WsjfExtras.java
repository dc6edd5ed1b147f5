package dev.sightglass.demo.workload;

import java.util.random.RandomGenerator;

/** What only long WSJF reports hold. */
final class WsjfExtras {

    static final int RARE_STEPS = 4;

    private static final int CHART_POINTS = 120;
    private static final int ITERATIONS = 3;

    private WsjfExtras() {}

    /** Step types that a report has few of, spellings of numbers that must come through, and a member that nobody described. */
    static void rareSteps(StringBuilder out, int lastId, int block) {
        begin(out, lastId + 1, "ET_MNLT", "Ripple " + block).append(
            """
            ,"numericMeas":[{"name":"CH1","status":"P","compOp":"LT","value":12.50,"unit":"mV","lowLimit":5.0E1},
             {"name":"CH2","status":"P","compOp":"LT","value":"-Infinity","unit":"mV","lowLimit":5.0E1}]},
            """);
        begin(out, lastId + 2, "CallExecutable", "Flash").append("""
                                                                 ,"callExe":{"exitCode":0}},
                                                                 """);
        begin(out, lastId + 3, "MessagePopup", "Press the button").append("""
                                                                          ,"messagePopup":{"response":"","button":1}},
                                                                          """);
        begin(out, lastId + 4, "NI_Wait", "Settle").append("""
                                                           ,"plantNote":{"seconds":0.250}}""");
    }

    /** A looped step as the server exports it: a head with the totals, then one step for each iteration. */
    static void loop(StringBuilder out, int id, int block) {
        contact(out, id, block).append("null,\"num\":").append(ITERATIONS).append(",\"endingIndex\":")
            .append(ITERATIONS - 1).append(",\"passed\":").append(ITERATIONS).append(",\"failed\":0}}");
        for (var iteration = 0; iteration < ITERATIONS; iteration++) {
            contact(out.append(",\n"), id, block).append(iteration).append("}}");
        }
    }

    static void chart(StringBuilder out, int id, int block, RandomGenerator random) {
        var x = new StringBuilder();
        var y = new StringBuilder();
        for (var point = 0; point < CHART_POINTS; point++) {
            var separator = point == 0 ? "" : ";";
            x.append(separator).append(point);
            y.append(separator).append(Decimals.thousandths(5_000 - point * 2L + random.nextInt(40)));
        }
        begin(out, id, "WATS_XYGMNLT", "Load curve " + block)
            .append("""
                    ,"numericMeas":[{"name":"max","status":"P","compOp":"LOG","value":5.02,"unit":"V"}],
                     "chart":{"chartType":"Line","label":"Load","xLabel":"I","xUnit":"A","yLabel":"U","yUnit":"V",
                      "series":[{"dataType":"XYG","name":"run 1","xdata":\"""").append(x).append("\",\"ydata\":\"")
            .append(y)
            .append("\"}]}}");
    }

    private static StringBuilder contact(StringBuilder out, int id, int block) {
        return begin(out, id, "ET_PFT", "Contact " + block)
            .append(",\"booleanMeas\":[{\"status\":\"P\"}],\"loop\":{\"idx\":");
    }

    private static StringBuilder begin(StringBuilder out, int id, String type, String name) {
        return out.append("{\"id\":").append(id).append(",\"stepType\":\"").append(type).append("\",\"name\":\"")
            .append(name).append("\",\"group\":\"M\",\"status\":\"P\"");
    }
}
