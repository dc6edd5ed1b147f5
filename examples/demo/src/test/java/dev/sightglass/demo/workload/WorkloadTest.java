package dev.sightglass.demo.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class WorkloadTest {

    private static final Pattern SERIAL = Pattern.compile("26\\d{8}-1");

    private static List<GeneratedFile> files(WorkloadOptions options, int count) {
        var workload = new Workload(options);
        return LongStream.range(0, count).mapToObj(workload::file).toList();
    }

    private static List<String> described(List<GeneratedFile> files) {
        return files.stream().map(file -> file + " " + Arrays.hashCode(file.bytes())).toList();
    }

    @Test
    void givesTheSameFilesForTheSameSeed() {
        var options = WorkloadOptions.mixed(7).withDuplicateShare(0.05);

        assertThat(described(files(options, 500))).isEqualTo(described(files(options, 500)));
        assertThat(described(files(options, 50))).isNotEqualTo(described(files(WorkloadOptions.mixed(8), 50)));
    }

    @Test
    void countsUpFromFileZero() {
        var workload = new Workload(WorkloadOptions.mixed(7));

        assertThat(described(List.of(workload.next(), workload.next())))
            .isEqualTo(described(files(WorkloadOptions.mixed(7), 2)));
    }

    @Test
    void givesEveryFileANameAndAContentOfItsOwn() {
        var files = files(WorkloadOptions.mixed(1).withBrokenShare(0), 3000);

        assertThat(files).extracting(GeneratedFile::name).doesNotHaveDuplicates();
        assertThat(files).extracting(file -> new String(file.bytes(), StandardCharsets.ISO_8859_1))
            .doesNotHaveDuplicates()
            .allMatch(text -> SERIAL.matcher(text).find());
    }

    @Test
    void mixesKindsFlawsAndFormats() {
        var files = files(WorkloadOptions.mixed(2), 5000);

        var folders = files.stream().collect(Collectors.groupingBy(GeneratedFile::folderKey, Collectors.counting()));
        assertThat(folders).containsOnlyKeys("wsjf", "wsxf", "wstf", "csv", "atml").allSatisfy((_, count) -> assertThat(
            count).isGreaterThan(250));
        var reasons = reasons(files);
        assertThat(reasons).hasSizeBetween(150, 250);
        assertThat(Set.copyOf(reasons))
            .isEqualTo(Arrays.stream(Flaw.values()).map(Flaw::why).collect(Collectors.toSet()));
    }

    @Test
    void letsAboutSevenOfAHundredUnitsFail() {
        var failed = files(WorkloadOptions.only(FileKind.WSJF, 3), 2000).stream()
            .filter(file -> new String(file.bytes(), StandardCharsets.UTF_8).contains("\"result\":\"F\"")).count();

        assertThat(failed).isBetween(100L, 180L);
    }

    @Test
    void writesSmallAndLargeReports() {
        assertThat(files(WorkloadOptions.only(FileKind.WSJF, 4), 300)).extracting(file -> file.bytes().length)
            .allMatch(size -> size > 1_300 && size < 3_500);
        assertThat(files(WorkloadOptions.only(FileKind.WSJF_LARGE, 4), 20)).extracting(file -> file.bytes().length)
            .allMatch(size -> size > 95_000 && size < 102_000);
    }

    @Test
    void copiesGoodFilesWhenAsked() {
        var files = files(WorkloadOptions.mixed(5).withDuplicateShare(0.2), 1000);
        var byName = files.stream().collect(Collectors.toMap(GeneratedFile::name, Function.identity()));
        var copies = new HashMap<GeneratedFile, GeneratedFile>();
        for (var file : files) {
            if (file.expectation() instanceof Expectation.Duplicate(var original)) {
                copies.put(file, byName.get(original));
            }
        }

        assertThat(copies).hasSizeBetween(150, 250).allSatisfy((copy, original) -> {
            assertThat(copy.bytes()).isEqualTo(original.bytes());
            assertThat(copy.folderKey()).isEqualTo(original.folderKey());
            assertThat(copy.name()).isNotEqualTo(original.name());
            assertThat(original.expectation()).isInstanceOf(Expectation.Delivered.class);
            assertThat(files.indexOf(original)).isLessThan(files.indexOf(copy));
        });
    }

    @Test
    void keepsToTheKindsItIsGiven() {
        var files = files(WorkloadOptions.mixed(6).withKinds(EnumSet.of(FileKind.CSV, FileKind.ATML)), 500);

        assertThat(files).extracting(GeneratedFile::folderKey).containsOnly("csv", "atml");
        assertThat(reasons(files)).isNotEmpty();
    }

    @Test
    void refusesOptionsThatMakeNoSense() {
        assertThatIllegalArgumentException().isThrownBy(() -> WorkloadOptions.mixed(1).withKinds(Set.of()))
            .withMessageContaining("kinds");
        assertThatIllegalArgumentException()
            .isThrownBy(() -> WorkloadOptions.mixed(1).withBrokenShare(0.6).withDuplicateShare(0.6))
            .withMessageContaining("Found: 0.6 and 0.6");
    }

    private static List<String> reasons(List<GeneratedFile> files) {
        return files.stream().map(GeneratedFile::expectation).filter(Expectation.Rejected.class::isInstance)
            .map(expectation -> ((Expectation.Rejected) expectation).why()).toList();
    }
}
