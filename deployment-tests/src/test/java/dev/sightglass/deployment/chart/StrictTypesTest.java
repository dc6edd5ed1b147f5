package dev.sightglass.deployment.chart;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The check itself must bite. */
class StrictTypesTest {

    private final StrictTypes types = new StrictTypes();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                                            {"kind":"Deployment","apiVersion":"apps/v1","spec":{"selector":{},"template":{"spec":{"containers":[{"name":"a","imge":"b"}]}}}} | imge
                                            {"kind":"Deployment","apiVersion":"apps/v1","spec":{"template":{}}}                                                            | selector
                                            {"kind":"Service","apiVersion":"v1","spec":{"ports":[{"name":"a"}]}}                                                           | port
                                            {"kind":"ServiceMonitor","spec":{"selector":{},"endpoints":[{"port":"a","intervall":"1s"}]}}                                   | intervall
                                            {"kind":"ServiceMonitor","spec":{"selector":{},"endpoints":[{"port":"a","scrapeProtocols":[]}]}}                               | scrapeProtocols
                                            {"kind":"ServiceMonitor","spec":{"endpoints":[{"port":"a"}]}}                                                                  | /spec/selector is missing
                                            {"kind":"PodMonitor","spec":{"selector":{},"endpoints":[]}}                                                                    | endpoints
                                            {"kind":"ScaledObject","spec":{"triggers":[]}}                                                                                 | scaleTargetRef
                                            {"kind":"ScaledObject","spec":{"scaleTargetRef":{},"triggers":[],"replicas":1}}                                                | replicas
                                            {"kind":"Something"}                                                                                                           | no type is known
                                            """)
    void refusesUnknownAndMissingFields(String json, String message) throws Exception {
        var object = StrictTypes.object(json);

        assertThatThrownBy(() -> types.check(object)).hasMessageContaining(message);
    }
}
