package dev.sightglass.benchmarks.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class IntervalTest {

    /** Mean 3, standard deviation 1.5811; Student's factor for four degrees of freedom is 2.776. */
    @Test
    void liesAroundTheMeanByStudentsDistribution() {
        var interval = Interval.of(1, 2, 3, 4, 5);

        assertThat(interval.mean()).isEqualTo(3);
        assertThat(interval.high() - interval.mean()).isCloseTo(2.776 * 1.5811 / Math.sqrt(5), within(0.001));
        assertThat(interval.mean() - interval.low()).isCloseTo(2.776 * 1.5811 / Math.sqrt(5), within(0.001));
    }

    @Test
    void isNotMadeUpForTwoValues() {
        assertThat(Interval.of(7, 8).low()).isNaN();
    }
}
