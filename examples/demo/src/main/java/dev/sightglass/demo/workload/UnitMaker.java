package dev.sightglass.demo.workload;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Makes up units as a plant with a few lines would test them. */
final class UnitMaker {

    private static final double FAIL_SHARE = 0.07;
    private static final int MIN_TESTS = 5;
    private static final int SECONDS_BETWEEN_FILES = 7;
    private static final List<String> STATIONS =
        List.of("bench-1", "bench-2", "bench-3", "LINE2-ICT", "LINE2-FCT", "OVEN-04");
    private static final List<String> OPERATORS = List.of("anna", "ben", "mehmet", "Åse", "shift-b", "j.ortiz");
    private static final List<String> INDICATORS = List.of("LED green", "Cover switch", "Fan turns", "Watchdog resets");

    private final Instant firstStart;

    UnitMaker(Instant firstStart) {
        this.firstStart = firstStart;
    }

    List<Unit> several(long file, int count, RandomGenerator random) {
        var first = one(file, 1, random);
        var units = new ArrayList<Unit>(count);
        units.add(first);
        for (var position = 2; position <= count; position++) {
            units.add(sibling(first, file, position, random));
        }
        return units;
    }

    Unit one(long file, int position, RandomGenerator random) {
        var product = pick(Product.CATALOGUE, random);
        var start = firstStart.plusSeconds(file * SECONDS_BETWEEN_FILES).plusMillis(random.nextInt(1000))
            .atOffset(ZoneOffset.ofHours(1));
        return new Unit(id(random), serialNumber(file, position), product, pick(product.revisions(), random),
            pick(STATIONS, random), pick(OPERATORS, random), "LOT-" + (1000 + file / 200), start, duration(random),
            measurements(product, random));
    }

    /** Units of one file come from one fixture, so they share all but what is theirs alone. */
    private static Unit sibling(Unit first, long file, int position, RandomGenerator random) {
        return new Unit(id(random), serialNumber(file, position), first.product(), first.revision(), first.station(),
            first.operator(), first.batch(), first.start().plusSeconds(position), duration(random),
            measurements(first.product(), random));
    }

    static List<Measurement> measurements(Product product, RandomGenerator random) {
        var tests = product.tests();
        var count = random.nextInt(MIN_TESTS, tests.size());
        var failing = random.nextDouble() < FAIL_SHARE ? random.nextInt(count) : -1;
        var found = new ArrayList<Measurement>(count + 2);
        for (var i = 0; i < count; i++) {
            found.add(numeric(tests.get(i), i != failing, random));
        }
        found.add(new Measurement.PassFail(pick(INDICATORS, random), true));
        var version = "2.4." + random.nextInt(9);
        found.add(new Measurement.Text("Firmware", true, version, version));
        return found;
    }

    private static Measurement numeric(Product.Test test, boolean passed, RandomGenerator random) {
        var low = test.target() - test.tolerance();
        var high = test.target() + test.tolerance();
        var value = passed ? random.nextLong(low, high + 1) : high + 1 + random.nextLong(test.tolerance());
        return new Measurement.Numeric(test.name(), passed, value, low, high, test.unit());
    }

    static String serialNumber(long file, int position) {
        return "26" + padded(file) + "-" + position;
    }

    private static String padded(long file) {
        var digits = Long.toString(file);
        return "00000000".substring(Math.min(8, digits.length())) + digits;
    }

    private static Duration duration(RandomGenerator random) {
        return Duration.ofMillis(random.nextLong(2_000, 95_000));
    }

    static UUID id(RandomGenerator random) {
        var version4 = (random.nextLong() & ~0xF000L) | 0x4000L;
        var variant = (random.nextLong() & ~(3L << 62)) | (2L << 62);
        return new UUID(version4, variant);
    }

    static <T> T pick(List<T> items, RandomGenerator random) {
        return items.get(random.nextInt(items.size()));
    }
}
