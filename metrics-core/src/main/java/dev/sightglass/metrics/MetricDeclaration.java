package dev.sightglass.metrics;

import java.util.List;

/**
 * What a metric is, said once: the collector registers it, the reference page prints it, the contract test holds
 * scrapes, dashboards and rules against it. Declarations are immutable values; two equal ones mean the same metric.
 *
 * @since 0.1.0
 */
public sealed interface MetricDeclaration
    permits CounterDeclaration, GaugeDeclaration, HistogramDeclaration, InfoDeclaration, StateSetDeclaration {
    /**
     * The metric's name without namespace, unit and type suffix, such as {@code http_request_duration}.
     *
     * @return the bare name
     */
    String name();

    /**
     * The unit of its values.
     *
     * @return the base unit
     */
    MetricUnit unit();

    /**
     * One sentence that says what is counted or measured.
     *
     * @return the help text
     */
    String help();

    /**
     * Its labels, in the order in which values are given.
     *
     * @return the labels, possibly none
     */
    List<Label> labels();

    /**
     * The type in words, as a reference page names it.
     *
     * @return {@code counter}, {@code gauge}, {@code histogram}, {@code info} or {@code state set}
     */
    String type();

    /**
     * The name under which the series appear in a query, without namespace: the bare name, the unit, and the suffix that
     * the type demands. For a histogram this is the family's name, to which {@code _bucket}, {@code _sum} and
     * {@code _count} are added.
     *
     * @return the name in a scrape
     */
    default String seriesName() {
        return familyName();
    }

    /**
     * The label names, in order.
     *
     * @return the names
     */
    default List<String> labelNames() {
        return labels().stream().map(Label::name).toList();
    }

    /**
     * The bare name with its unit, without type suffix.
     *
     * @return the family's name, without namespace
     */
    default String familyName() {
        return unit() == MetricUnit.NONE ? name() : name() + "_" + unit().suffix();
    }
}
