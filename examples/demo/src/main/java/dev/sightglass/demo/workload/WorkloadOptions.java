package dev.sightglass.demo.workload;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a workload consists of.
 *
 * @param seed the same seed and options give the same files
 * @param kinds the kinds of good files, in the proportions of a typical plant
 * @param brokenShare the part of files that is broken on purpose, 0 to 1
 * @param duplicateShare the part of files that is an exact copy of one before under another name, 0 to 1
 * @param firstStart when the first test began
 */
public record WorkloadOptions(long seed, Set<FileKind> kinds, double brokenShare, double duplicateShare,
    Instant firstStart) {

    public WorkloadOptions {
        if (kinds.isEmpty()) {
            throw new IllegalArgumentException("kinds: must name at least one kind of file. Found: none");
        }
        if (brokenShare < 0 || duplicateShare < 0 || brokenShare + duplicateShare > 1) {
            throw new IllegalArgumentException(
                "brokenShare and duplicateShare: must be 0 to 1 together. Found: " + brokenShare
                    + " and " + duplicateShare);
        }
        kinds = Set.copyOf(kinds);
    }

    /** Every kind of file, 4 % of them broken, no copies. */
    public static WorkloadOptions mixed(long seed) {
        return new WorkloadOptions(seed, EnumSet.allOf(FileKind.class), 0.04, 0, Instant.parse("2026-03-02T05:30:00Z"));
    }

    /** Good files of one kind only. */
    public static WorkloadOptions only(FileKind kind, long seed) {
        return mixed(seed).withKinds(Set.of(kind)).withBrokenShare(0);
    }

    public WorkloadOptions withKinds(Set<FileKind> value) {
        return new WorkloadOptions(seed, value, brokenShare, duplicateShare, firstStart);
    }

    public WorkloadOptions withBrokenShare(double value) {
        return new WorkloadOptions(seed, kinds, value, duplicateShare, firstStart);
    }

    public WorkloadOptions withDuplicateShare(double value) {
        return new WorkloadOptions(seed, kinds, brokenShare, value, firstStart);
    }

    public WorkloadOptions withFirstStart(Instant value) {
        return new WorkloadOptions(seed, kinds, brokenShare, duplicateShare, value);
    }
}
