package dev.sightglass.metrics.correlation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class CorrelationIdTest {
    private static final String ID = "4bf92f3577b34da6a3ce929d0e0e4736";

    @Test
    void randomIdsAreValidAndDiffer() {
        Set<CorrelationId> ids = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            ids.add(CorrelationId.random());
        }
        assertThat(ids).hasSize(10_000).allSatisfy(id -> assertThat(CorrelationId.parse(id.value())).hasValue(id));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "4bf92f3577b34da6a3ce929d0e0e473", ID + "0", "4BF92F3577B34DA6A3CE929D0E0E4736",
        " " + ID, "00000000000000000000000000000000", "4bf92f3577b34da6a3ce929d0e0e473\n",
        "4bf92f3577b34da6\r\nX-Evil: 1234", "${jndi:ldap://example.org/abcd}", "4bf92f35-77b3-4da6-a3ce-929d0e0e",
        "٤bf92f3577b34da6a3ce929d0e0e4736"})
    void whatIsNotAnIdIsNotLetIn(String text) {
        assertThat(CorrelationId.parse(text)).isEmpty();
    }

    @Test
    void aBadIdIsNotRepeatedInTheError() {
        assertThatThrownBy(() -> new CorrelationId("evil\nline")).hasMessageContaining("9 characters")
            .hasMessageNotContaining("evil");
    }

    @Test
    void readsTraceparent() {
        assertThat(CorrelationId.fromTraceparent("00-" + ID + "-00f067aa0ba902b7-01"))
            .hasValue(new CorrelationId(ID));
        assertThat(CorrelationId.fromTraceparent("01-" + ID + "-00f067aa0ba902b7-01-later"))
            .hasValue(new CorrelationId(ID));
        CorrelationId id = CorrelationId.random();
        assertThat(CorrelationId.fromTraceparent(id.toTraceparent())).hasValue(id);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "00-" + ID, "ff-" + ID + "-00f067aa0ba902b7-01", "00-" + ID + "-00f067aa0ba902b7-01-x",
        "00-00000000000000000000000000000000-00f067aa0ba902b7-01", "00-" + ID + "-0000000000000000-01",
        "00_" + ID + "-00f067aa0ba902b7-01", "01-" + ID + "-00f067aa0ba902b7-01x", "00-" + ID + "-00F067AA0BA902B7-01"})
    void aTraceparentThatIsNotValidIsIgnored(String header) {
        assertThat(CorrelationId.fromTraceparent(header)).isEmpty();
    }
}
