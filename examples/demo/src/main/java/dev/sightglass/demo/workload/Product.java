package dev.sightglass.demo.workload;

import java.util.List;
import java.util.stream.Stream;

/**
 * Something that is made and tested.
 *
 * @param partNumber its number
 * @param revisions the revisions in production
 * @param processCode the test operation
 * @param processName the operation's name on the server
 * @param tests what is measured
 */
record Product(String partNumber, List<String> revisions, int processCode, String processName, List<Test> tests) {

    /** A measurement in general: the target and what it may differ by, in thousandths. */
    record Test(String name, long target, long tolerance, String unit) {}

    private static final List<Test> POWER = List.of(new Test("Supply current, idle", 182_000, 30_000, "mA"),
        new Test("5V rail", 5_000, 250, "V"), new Test("3V3 rail", 3_300, 100, "V"),
        new Test("12V rail", 12_000, 480, "V"),
        new Test("Ripple CH1", 22_000, 18_000, "mV"), new Test("Ripple CH2", 24_500, 20_000, "mV"));
    private static final List<Test> UNDER_LOAD = POWER.stream()
        .map(test -> new Test(test.name() + " under load", test.target(), test.tolerance(), test.unit())).toList();
    private static final List<Test> BOARD = List.of(new Test("Crystal frequency", 16_000_000, 320, "kHz"),
        new Test("Leakage", 850, 700, "µA"), new Test("Rise & fall time", 38_000, 9_000, "ns"),
        new Test("Board temperature", 41_500, 8_000, "°C"), new Test("Isolation R12", 4_700_000, 47_000, "Ohm"));
    private static final List<Test> RADIO = List.of(new Test("TX power ch 37", 4_200, 1_500, "dBm"),
        new Test("TX power ch 38", 4_100, 1_500, "dBm"), new Test("RX sensitivity", -93_500, 3_000, "dBm"),
        new Test("Frequency error", 0, 12_000, "ppm"), new Test("EVM", 6_800, 4_000, "%"));

    static final List<Product> CATALOGUE = List.of(
        new Product("CTRL-7", List.of("A", "B", "B1"), 10, "SW Debug", concat(POWER, BOARD)),
        new Product("PSU-240-EU", List.of("3", "4"), 100, "Final function test", concat(POWER, UNDER_LOAD)),
        new Product("GW-LTE-2", List.of("1.0", "1.1", "2.0"), 100, "Final function test", concat(RADIO, POWER)),
        new Product("SENS-BLE-09", List.of("C"), 30, "Board function test", concat(RADIO, BOARD)),
        new Product("100-20931", List.of("01", "02"), 30, "Board function test", concat(BOARD, POWER)));

    private static List<Test> concat(List<Test> first, List<Test> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
