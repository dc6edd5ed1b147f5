package dev.sightglass.demo.workload;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/**
 * An endless row of files for drop folders, the same for the same options. Every file can be made on its own from its number, so the
 * class is thread-safe and holds nothing. Serial numbers differ in all files, so that no two good ones have the same content except
 * copies that were asked for.
 */
public final class Workload {

    private static final int LARGE_SIZE = 95_500;
    private static final int MAX_UNITS = 6;
    private static final int COPY_DISTANCE = 50;

    private enum Role {
        GOOD, BROKEN, COPY
    }

    private final WorkloadOptions options;
    private final long seed;
    private final UnitMaker units;
    private final List<FileKind> kinds;
    private final int totalWeight;
    private final AtomicLong next = new AtomicLong();

    public Workload(WorkloadOptions options) {
        this.options = options;
        this.seed = new SplittableRandom(options.seed()).nextLong();
        this.units = new UnitMaker(options.firstStart());
        this.kinds = Arrays.stream(FileKind.values()).filter(options.kinds()::contains).toList();
        this.totalWeight = kinds.stream().mapToInt(FileKind::weight).sum();
    }

    /** The next file, starting with number 0. */
    public GeneratedFile next() {
        return file(next.getAndIncrement());
    }

    /** The file with this number, from 0 up. */
    public GeneratedFile file(long number) {
        var random = random(number);
        return switch (role(number, random)) {
            case GOOD -> good(number, random);
            case BROKEN -> broken(number, random);
            case COPY -> copy(number, random);
        };
    }

    /**
     * The serial number of one unit, different in every place of every file.
     *
     * @param number of the file, from 0
     * @param position of the unit in the file, from 1
     */
    public static String serialNumber(long number, int position) {
        return UnitMaker.serialNumber(number, position);
    }

    private RandomGenerator random(long number) {
        // Seeds that lie a constant apart give SplittableRandom sequences that overlap; what it draws itself does not.
        return new SplittableRandom(seed ^ new SplittableRandom(number).nextLong());
    }

    private Role role(long number, RandomGenerator random) {
        var draw = random.nextDouble();
        if (draw < options.brokenShare()) {
            return Role.BROKEN;
        }
        return draw < options.brokenShare() + options.duplicateShare() && number > 0 ? Role.COPY : Role.GOOD;
    }

    private GeneratedFile good(long number, RandomGenerator random) {
        var kind = kind(random);
        var count = kind.hasSeveralReports() ? random.nextInt(2, MAX_UNITS + 1) : 1;
        var made = units.several(number, count, random);
        var text = text(kind, made, random);
        return new GeneratedFile(name(made.getFirst(), kind, random), kind.folderKey(), text.getBytes(kind.charset()),
            new Expectation.Delivered(count));
    }

    private GeneratedFile broken(long number, RandomGenerator random) {
        var flaws = Arrays.stream(Flaw.values()).filter(this::isPossible).toList();
        if (flaws.isEmpty()) {
            return good(number, random);
        }
        var flaw = UnitMaker.pick(flaws, random);
        var kind = UnitMaker.pick(flaw.kinds().stream().filter(this::hasFolderOf).toList(), random);
        return broken(flaw, kind, number);
    }

    /** A file of this kind and number that has this flaw. */
    GeneratedFile broken(Flaw flaw, FileKind kind, long number) {
        var random = random(number);
        var made = units.several(number, 1, random);
        var bytes = Spoiler.spoil(flaw, kind, made.getFirst(), text(kind, made, random));
        return new GeneratedFile(name(made.getFirst(), kind, random), kind.folderKey(), bytes,
            new Expectation.Rejected(flaw.why()));
    }

    private GeneratedFile copy(long number, RandomGenerator random) {
        for (var earlier = number - 1 - random.nextLong(Math.min(number, COPY_DISTANCE)); earlier >= 0; earlier--) {
            if (role(earlier, random(earlier)) == Role.GOOD) {
                var original = file(earlier);
                return new GeneratedFile("copy-" + number + " of " + original.name(), original.folderKey(),
                    original.bytes(),
                    new Expectation.Duplicate(original.name()));
            }
        }
        return good(number, random);
    }

    private FileKind kind(RandomGenerator random) {
        var draw = random.nextInt(totalWeight);
        for (var kind : kinds) {
            draw -= kind.weight();
            if (draw < 0) {
                return kind;
            }
        }
        throw new IllegalStateException("the weights do not add up; this is a bug");
    }

    private static String text(FileKind kind, List<Unit> made, RandomGenerator random) {
        var first = made.getFirst();
        return switch (kind) {
            case WSJF -> Wsjf.test(first, random);
            case WSJF_LARGE -> Wsjf.largeTest(first, LARGE_SIZE, random);
            case WSJF_REPAIR -> Repair.of(first, random).wsjf();
            case WSXF, WSXF_SEVERAL -> Wsxf.tests(made);
            case WSXF_REPAIR -> Repair.of(first, random).wsxf();
            case WSTF, WSTF_SEVERAL -> Wstf.tests(made);
            case CSV, CSV_SEVERAL -> Csv.tests(made);
            case ATML -> Atml.test(first, random);
        };
    }

    private static String name(Unit unit, FileKind kind, RandomGenerator random) {
        var stem = unit.product().partNumber() + "_" + unit.serialNumber();
        return switch (random.nextInt(50)) {
            case 0 -> stem + "." + kind.extension().toUpperCase(Locale.ROOT);
            case 1 -> "Prüfling " + stem + " (final)." + kind.extension();
            default -> stem + "." + kind.extension();
        };
    }

    private boolean isPossible(Flaw flaw) {
        return flaw.kinds().stream().anyMatch(this::hasFolderOf);
    }

    private boolean hasFolderOf(FileKind kind) {
        return kinds.stream().anyMatch(known -> known.folderKey().equals(kind.folderKey()));
    }
}
