package dev.sightglass.docs;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** Every line that the code can log, read from its sources by the compiler's own parser. */
final class LogEvents {

    private static final List<String> MODULES =
        List.of("client-service", "health", "metrics-micronaut", "metrics-core");
    private static final Set<String> LEVELS = Set.of("error", "warn", "info", "debug");

    private LogEvents() {}

    /**
     * One line that the code can log.
     *
     * @param logger the full name of its class
     * @param level in capitals
     * @param message with dots where values come
     */
    record Event(String logger, String level, String message) {}

    static List<Event> all() throws IOException {
        var events = new ArrayList<Event>();
        for (var module : MODULES) {
            for (var unit : parsed(Pages.ROOT.resolve(module).resolve("src/main/java"))) {
                new Finder(unit, events).scan(unit, null);
            }
        }
        return events;
    }

    private static List<CompilationUnitTree> parsed(Path sources) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var paths = Files.walk(sources); var files = compiler.getStandardFileManager(null, null, null)) {
            var java = files.getJavaFileObjectsFromPaths(
                paths.filter(path -> path.toString().endsWith(".java")).sorted().toList());
            var task = (JavacTask) compiler.getTask(null, files, null, null, null, java);
            var units = new ArrayList<CompilationUnitTree>();
            task.parse().forEach(units::add);
            return units;
        }
    }

    private static final class Finder extends TreeScanner<@Nullable Void, @Nullable Void> {

        private final String logger;
        private final List<Event> events;

        Finder(CompilationUnitTree unit, List<Event> events) {
            var file = unit.getSourceFile().getName();
            this.logger = unit.getPackageName() + "." + file.replaceFirst(".*/", "").replace(".java", "");
            this.events = events;
        }

        @Override
        public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void nothing) {
            if (call.getMethodSelect() instanceof MemberSelectTree select && !call.getArguments().isEmpty()) {
                var name = select.getIdentifier().toString();
                var on = select.getExpression().toString();
                var message = text(call.getArguments().getFirst()).replace("{}", "…");
                if (on.equals("logger") && LEVELS.contains(name)) {
                    events.add(new Event(logger, name.toUpperCase(Locale.ROOT), message));
                } else if (on.startsWith("logger.atLevel(") && name.equals("log")) {
                    events.add(new Event(logger, "varies", message));
                }
            }
            return super.visitMethodInvocation(call, null);
        }

        private static String text(ExpressionTree tree) {
            if (tree instanceof LiteralTree literal) {
                return String.valueOf(literal.getValue());
            }
            if (tree instanceof BinaryTree sum) {
                return text(sum.getLeftOperand()) + text(sum.getRightOperand());
            }
            return tree instanceof ParenthesizedTree inner ? text(inner.getExpression()) : "{}";
        }
    }

    /** The feature that a line belongs to: the package, without what all have in common. */
    static String feature(Event event) {
        var parts = event.logger().split("\\.");
        return parts[2].equals("client") ? parts[3] : parts[2];
    }

    static Stream<String> rows(List<Event> events) {
        return events.stream().map(event -> "| " + event.level() + " | " + event.message().replace("|", "\\|") + " | "
            + event.logger().replaceFirst(".*\\.", "") + " |");
    }
}
