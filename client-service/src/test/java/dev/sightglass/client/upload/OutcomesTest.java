package dev.sightglass.client.upload;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutcomesTest {

    @ParameterizedTest
    @CsvSource({"200,DELIVERED", "201,DELIVERED", "204,DELIVERED", "409,DELIVERED", "400,DEAD", "413,DEAD", "415,DEAD",
        "422,DEAD",
        "401,PAUSE", "403,PAUSE", "404,PAUSE", "tls,PAUSE", "408,RETRY", "425,RETRY", "429,RETRY", "500,RETRY",
        "502,RETRY", "503,RETRY",
        "504,RETRY", "599,RETRY", "connect,RETRY", "dns,RETRY", "timeout,RETRY", "reset,RETRY"})
    void judgesAsPromised(String answer, Verdict verdict) {
        assertThat(Outcomes.of(answer).verdict()).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({"100", "301", "402", "418", "451"})
    void retriesWhatItDoesNotKnow(String answer) {
        assertThat(Outcomes.of(answer).verdict()).isEqualTo(Verdict.RETRY);
    }

    @Test
    void tellsWhatToDoAboutEveryRow() {
        assertThat(Outcomes.table()).allSatisfy(row -> assertThat(row.meaning() + row.remedy()).isNotBlank());
    }
}
