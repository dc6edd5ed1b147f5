package dev.sightglass.client.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightglass.client.wats.Answer;
import dev.sightglass.client.wats.Answer.Failure;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutcomesTest {

    @ParameterizedTest
    @CsvSource({"200,DELIVERED", "201,DELIVERED", "204,DELIVERED", "409,DELIVERED", "400,DEAD", "413,DEAD", "415,DEAD",
        "422,DEAD",
        "401,PAUSE", "403,PAUSE", "404,PAUSE", "tls,PAUSE", "408,RETRY", "425,RETRY", "429,RETRY", "500,RETRY",
        "502,RETRY", "503,RETRY",
        "504,RETRY", "599,RETRY", "connect,RETRY", "dns,RETRY", "timeout,RETRY", "half-open,RETRY", "reset,RETRY",
        "protocol,RETRY", "301,PAUSE", "307,PAUSE"})
    void judgesAsPromised(String answer, Verdict verdict) {
        assertThat(Outcomes.standard().of(answer).verdict()).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({"100", "402", "418", "451"})
    void retriesWhatItDoesNotKnow(String answer) {
        assertThat(Outcomes.standard().of(answer).verdict()).isEqualTo(Verdict.RETRY);
    }

    @Test
    void tellsWhatToDoAboutEveryRow() {
        assertThat(Outcomes.standard().table())
            .allSatisfy(row -> assertThat(row.meaning() + row.remedy()).isNotBlank());
    }

    @Test
    void hasARowForEveryFailure() {
        assertThat(Failure.values())
            .allSatisfy(failure -> assertThat(Outcomes.standard().of(new Answer.Unanswered(failure, "")).answer())
                .isEqualTo(failure.label()));
    }

    @Test
    void theConfigurationJudgesOtherwise() {
        var outcomes = Outcomes.with(Map.of("404", "retry", "4xx", "dead", "418", "Delivered", "timeout", "pause"));

        assertThat(outcomes.of("404").verdict()).as("a row of the table").isEqualTo(Verdict.RETRY);
        assertThat(outcomes.of("404").meaning()).isEqualTo(Outcomes.standard().of("404").meaning());
        assertThat(outcomes.of("418").verdict()).as("a row of its own, before its class").isEqualTo(Verdict.DELIVERED);
        assertThat(outcomes.of("451").verdict()).as("a class").isEqualTo(Verdict.DEAD);
        assertThat(outcomes.of("429").verdict()).as("rows of the table stay before a class").isEqualTo(Verdict.RETRY);
        assertThat(outcomes.of("timeout").verdict()).isEqualTo(Verdict.PAUSE);
        assertThat(outcomes.of("599").verdict()).isEqualTo(Verdict.RETRY);
    }

    @ParameterizedTest
    @CsvSource({"timeout,dead", "tls,delivered", "4O4,dead", "404,die", "600,retry", "xx,dead"})
    void refusesWhatWouldLoseReportsOrMeansNothing(String answer, String verdict) {
        assertThatThrownBy(() -> Outcomes.with(Map.of(answer, verdict)))
            .hasMessageContaining("sightglass.upload.outcomes." + answer).hasMessageContaining("Found: ");
    }
}
