package dev.sightglass.client.intake;

import dev.sightglass.client.convert.Conversion;
import dev.sightglass.client.convert.ConversionPool;
import dev.sightglass.client.convert.ConvertConfig;
import dev.sightglass.client.convert.Fate;
import dev.sightglass.client.convert.Recipe;
import dev.sightglass.client.queue.ReportQueue;
import dev.sightglass.client.report.ReportCompleter;
import dev.sightglass.client.report.StationConfig;
import dev.sightglass.client.testing.LineConverter;
import dev.sightglass.health.ProgressGroup;
import dev.sightglass.metrics.MetricsCollector;
import dev.sightglass.metrics.group.ConverterMetrics;
import dev.sightglass.metrics.group.FolderMetrics;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Drop folders at work on real files, with the real pool and a queue of the test's choice. */
final class IntakeBench implements AutoCloseable {

    final LineConverter converter = new LineConverter("line");
    private final MetricsCollector collector = MetricsCollector.create();
    private final ConversionPool pool;
    private final List<DropFolders> opened = new ArrayList<>();
    private final IntakeConfig config;

    IntakeBench(ReportQueue queue) {
        this(queue, new IntakeConfig(Duration.ofMillis(100), 1_000_000, 512, Duration.ofSeconds(5)));
    }

    IntakeBench(ReportQueue queue, IntakeConfig config) {
        this.config = config;
        this.pool = new ConversionPool(
            new ConvertConfig(Path.of("none"), 4, Duration.ofSeconds(20), Duration.ofSeconds(10), 2), queue,
            new ReportCompleter(new StationConfig("bench-3", "Oslo", "Production")), name -> OptionalInt.empty(),
            new ConverterMetrics(collector, "line"));
    }

    /** A folder that moves what it has taken, and is quick about it. */
    FolderPlan plan(Path root) {
        var done = root.resolve("Done");
        var error = root.resolve("Error");
        return new FolderPlan(String.valueOf(root.getFileName()), root, Recipe.of(converter),
            new NamePatterns(List.of("*.txt")), false, 5, AfterSuccess.MOVE, done, error, Set.of(done, error),
            WatchMode.EVENTS, null, Duration.ofMillis(50));
    }

    static FolderPlan after(FolderPlan plan, AfterSuccess afterSuccess) {
        return new FolderPlan(plan.name(), plan.root(), plan.recipe(), plan.patterns(), plan.recursive(),
            plan.priority(),
            afterSuccess, plan.done(), plan.error(), plan.excluded(), plan.watch(), plan.doneFile(), plan.quiet());
    }

    static FolderPlan recursive(FolderPlan plan, Path... excluded) {
        var all = new java.util.HashSet<>(plan.excluded());
        all.addAll(Arrays.asList(excluded));
        return new FolderPlan(plan.name(), plan.root(), plan.recipe(), plan.patterns(), true, plan.priority(),
            plan.afterSuccess(), plan.done(), plan.error(), all, plan.watch(), plan.doneFile(), plan.quiet());
    }

    static FolderPlan quiet(FolderPlan plan, Duration quiet) {
        return new FolderPlan(plan.name(), plan.root(), plan.recipe(), plan.patterns(), plan.recursive(),
            plan.priority(),
            plan.afterSuccess(), plan.done(), plan.error(), plan.excluded(), plan.watch(), plan.doneFile(), quiet);
    }

    static FolderPlan polling(FolderPlan plan) {
        return new FolderPlan(plan.name(), plan.root(), plan.recipe(), plan.patterns(), plan.recursive(),
            plan.priority(),
            plan.afterSuccess(), plan.done(), plan.error(), plan.excluded(), WatchMode.POLLING, plan.doneFile(),
            plan.quiet());
    }

    static FolderPlan doneFile(FolderPlan plan, String template) {
        return new FolderPlan(plan.name(), plan.root(), plan.recipe(), plan.patterns(), plan.recursive(),
            plan.priority(),
            plan.afterSuccess(), plan.done(), plan.error(), plan.excluded(), plan.watch(), new DoneFile(template),
            plan.quiet());
    }

    DropFolders open(FolderPlan... plans) {
        return open(pool::submit, plans);
    }

    /** Opens folders whose sources pass through {@code before} on their way to the pool. */
    DropFolders openVia(UnaryOperator<Function<Conversion, CompletionStage<Fate>>> before, FolderPlan... plans) {
        return open(before.apply(pool::submit), plans);
    }

    private DropFolders open(Function<Conversion, CompletionStage<Fate>> intake, FolderPlan... plans) {
        var folders = new DropFolders(List.of(), _ -> new FolderPlans(List.of(plans), List.of(), Map.of()),
            new Surroundings(config, intake, ConcurrentHashMap.newKeySet(), new FolderMetrics(collector),
                new ProgressGroup("intake-loops", Duration.ofMinutes(1)), InstantSource.system(), System::nanoTime));
        opened.add(folders);
        folders.start();
        return folders;
    }

    @Override
    public void close() {
        converter.released.set(true);
        opened.forEach(DropFolders::close);
        pool.close();
    }
}
