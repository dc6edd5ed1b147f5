package dev.sightglass.demo.workload;

import java.util.random.RandomGenerator;

/** What only long WSJF reports hold. */
final class WsjfExtras {

    private static final int CHART_POINTS = 120;
    private static final int ITERATIONS = 3;

    private WsjfExtras() {}

    /** A looped step as the server exports it: a head with the totals, then one step for each iteration. */
    static void loop(StringBuilder out, int id, int block) {
        out.append("{\"id\":").append(id).append(",\"stepType\":\"ET_PFT\",\"name\":\"Contact ").append(block)
            .append("\",\"group\":\"M\",\"status\":\"P\",\"loop\":{\"idx\":null,\"num\":").append(ITERATIONS)
            .append(",\"endingIndex\":").append(ITERATIONS - 1).append(",\"passed\":").append(ITERATIONS)
            .append(",\"failed\":0},\"booleanMeas\":[{\"status\":\"P\"}]}");
        for (var iteration = 0; iteration < ITERATIONS; iteration++) {
            out.append(",\n{\"id\":").append(id).append(",\"stepType\":\"ET_PFT\",\"name\":\"Contact ").append(block)
                .append("\",\"group\":\"M\",\"status\":\"P\",\"loop\":{\"idx\":").append(iteration)
                .append("},\"booleanMeas\":[{\"status\":\"P\"}]}");
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
        out.append("{\"id\":").append(id).append(",\"stepType\":\"WATS_XYGMNLT\",\"name\":\"Load curve ").append(block)
            .append(
                "\",\"group\":\"M\",\"status\":\"P\",\"numericMeas\":[{\"name\":\"max\",\"status\":\"P\",\"compOp\":\"LOG\",")
            .append(
                "\"value\":5.02,\"unit\":\"V\"}],\"chart\":{\"chartType\":\"Line\",\"label\":\"Load\",\"xLabel\":\"I\",")
            .append(
                "\"xUnit\":\"A\",\"yLabel\":\"U\",\"yUnit\":\"V\",\"series\":[{\"dataType\":\"XYG\",\"name\":\"run 1\",")
            .append("\"xdata\":\"").append(x).append("\",\"ydata\":\"").append(y).append("\"}]}}");
    }
}
