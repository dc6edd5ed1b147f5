package dev.sightglass.converter.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A graph in a step. Not thread-safe. */
public final class Chart {

    /** The scales of the axes. */
    public enum Type {

        /** Both linear. */
        LINE("Line"),
        /** Both logarithmic. */
        LOG_XY("LineLogXY"),
        /** X logarithmic. */
        LOG_X("LineLogX"),
        /** Y logarithmic. */
        LOG_Y("LineLogY");

        private final String word;

        Type(String word) {
            this.word = word;
        }

        /**
         * The type of a word.
         *
         * @param word such as {@code LineLogX}; case does not matter
         * @return the type, or empty when there is none of that name
         */
        public static Optional<Type> ofWord(String word) {
            return Arrays.stream(values()).filter(type -> type.word.equalsIgnoreCase(word.strip())).findFirst();
        }
    }

    private final Type type;
    private final String label;
    private @Nullable String xLabel;
    private @Nullable String xUnit;
    private @Nullable String yLabel;
    private @Nullable String yUnit;
    private final List<ObjectNode> series = new ArrayList<>();

    /**
     * A chart without series.
     *
     * @param type the scales
     * @param label the title
     */
    public Chart(Type type, String label) {
        this.type = type;
        this.label = label;
    }

    /**
     * Names the x axis.
     *
     * @param axisLabel what it shows
     * @param unit its unit, or null
     * @return this
     */
    public Chart x(String axisLabel, @Nullable String unit) {
        xLabel = axisLabel;
        xUnit = unit;
        return this;
    }

    /**
     * Names the y axis.
     *
     * @param axisLabel what it shows
     * @param unit its unit, or null
     * @return this
     */
    public Chart y(String axisLabel, @Nullable String unit) {
        yLabel = axisLabel;
        yUnit = unit;
        return this;
    }

    /**
     * Adds a line.
     *
     * @param name the line's name
     * @param x the x values
     * @param y the y values, as many
     * @return this
     * @throws IllegalArgumentException when there are more of one than of the other
     */
    public Chart series(String name, double[] x, double[] y) {
        if (x.length != y.length) {
            throw new IllegalArgumentException(
                "series " + name + ": expected as many x as y. Found: " + x.length + " and " + y.length);
        }
        return series(name, joined(x), joined(y));
    }

    /**
     * Adds a line whose numbers are text already.
     *
     * @param name the line's name
     * @param x the x values with semicolons between them; empty when they are 0, 1, 2 and so on
     * @param y the y values with semicolons between them
     * @return this
     */
    public Chart series(String name, String x, String y) {
        series.add(new Members().exactText("dataType", "XYG").text("name", name).exactText("xdata", x)
            .exactText("ydata", y).json());
        return this;
    }

    ObjectNode toJson() {
        return new Members().text("chartType", type.word).text("label", label).text("xLabel", xLabel)
            .text("xUnit", xUnit).text("yLabel", yLabel).text("yUnit", yUnit).list("series", series).json();
    }

    private static String joined(double[] values) {
        return Arrays.stream(values).mapToObj(Double::toString).collect(Collectors.joining(";"));
    }
}
