package dev.sightglass.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Commands in blocks can be given: the program is there and knows the command and its options, files and modules exist. */
class CommandsTest {

    private static final Pattern COMMAND =
        Pattern.compile(
            "(?:\\$ )?((?:[A-Z_]+=\\S+ )*(?:(?:\\.\\./)*\\./?sightglass|(?:\\.\\./)+sightglass|mvn|java -jar|curl) .*)");
    private static final Set<String> SHELL = Set.of("", "console", "sh", "bash");
    private static final Pattern OPTION = Pattern.compile("--[a-z][a-z-]*");
    private static final Pattern MODULES = Pattern.compile("-pl (\\S+)");
    private static final Pattern TEST = Pattern.compile("-Dtest=(\\w+)");
    private static final Map<String, String> LAUNCHER =
        Map.of("demo", "examples/demo/target/demo.jar", "simulator",
            "examples/wats-simulator/target/wats-simulator.jar");
    private static final Map<String, Program.Ended> HELP = new ConcurrentHashMap<>();

    /**
     * A command of a page.
     *
     * @param where page and line
     * @param folder of the page, for files that the command names
     * @param text the command
     */
    record Command(String where, Path folder, String text) {

        @Override
        public String toString() {
            return where + " " + text;
        }
    }

    static Stream<Command> commands() {
        return Pages.all().stream().flatMap(page -> page.fences().stream()
            .filter(fence -> SHELL.contains(fence.language())).flatMap(fence -> commands(page, fence)));
    }

    private static Stream<Command> commands(Page page, Page.Fence fence) {
        return Stream.of(fence.text().replace("\\\n", " ").split("\n")).map(COMMAND::matcher)
            .filter(line -> line.matches())
            .map(line -> new Command(page.name() + ":" + fence.line(), page.folder(),
                line.group(1).replaceAll("^([A-Z_]+=\\S+ )+", "").replaceAll(" #.*", "").strip()));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void canBeGiven(Command command) {
        assertThat(fault(command)).isEmpty();
    }

    private static Optional<String> fault(Command command) {
        var words = List.of(command.text.split("\\s+"));
        if (words.getFirst().endsWith("sightglass")) {
            return faultOfSightglass(words);
        }
        return switch (words.getFirst()) {
            case "mvn" -> faultOfMaven(command.text);
            case "java" -> faultOfJar(command, words);
            case "curl" -> Optional.empty(); // addresses are checked in ApiTest
            default -> Optional.of("nothing here can check it");
        };
    }

    private static Optional<String> faultOfSightglass(List<String> words) {
        var command = words.get(1);
        var path = words.stream().skip(1).takeWhile(word -> word.matches("[a-z]+")).toList();
        var help = path.size() > 1 && isGroup(command) ? help(List.of(command, path.get(1))) : help(List.of(command));
        // picocli answers --help for a word that is no command with the help of the whole
        boolean known = command.startsWith("-") || LAUNCHER.containsKey(command);
        return known || help.output().contains("Usage: sightglass " + command)
            ? faultOfOptions(help, words) : Optional.of("there is no command " + command);
    }

    /** Whether a command has commands of its own, as its help tells. */
    private static boolean isGroup(String command) {
        return help(List.of(command)).output().contains("\nCommands:");
    }

    private static Optional<String> faultOfOptions(Program.Ended help, List<String> words) {
        if (help.exitCode() != 0) {
            return Optional.of("its --help ended with " + help.exitCode() + ": " + help.output());
        }
        return words.stream().filter(word -> OPTION.matcher(word.replaceAll("=.*", "")).matches())
            .map(word -> word.replaceAll("=.*", "")).filter(option -> !help.output().contains(option))
            .map(option -> "has no option " + option + ":\n" + help.output()).findFirst();
    }

    private static Program.Ended help(List<String> command) {
        return HELP.computeIfAbsent(String.join(" ", command), _ -> {
            var jar = LAUNCHER.getOrDefault(command.getFirst(), "client-service/target/sightglass.jar");
            var words =
                LAUNCHER.containsKey(command.getFirst()) || command.getFirst().startsWith("-") ? List.of("--help")
                    : Stream.concat(command.stream(), Stream.of("--help")).toList();
            return Program.run(Program.jar(jar, words.toArray(String[]::new)));
        });
    }

    private static Optional<String> faultOfMaven(String text) {
        var modules = MODULES.matcher(text).results().flatMap(found -> Stream.of(found.group(1).split(",")))
            .filter(module -> !Files.exists(Pages.ROOT.resolve(module).resolve("pom.xml")))
            .map(module -> "there is no module " + module);
        var tests = TEST.matcher(text).results().map(found -> found.group(1)).filter(name -> !isTest(name))
            .map(name -> "there is no test " + name);
        return Stream.concat(modules, tests).findFirst();
    }

    private static boolean isTest(String name) {
        try (var files = Files.walk(Pages.ROOT)) {
            return files.anyMatch(file -> file.endsWith(name + ".java"));
        } catch (java.io.IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    private static Optional<String> faultOfJar(Command command, List<String> words) {
        var jar = words.get(2);
        return Files.exists(Pages.ROOT.resolve(jar)) || Files.exists(command.folder.resolve(jar)) ? Optional.empty()
            : Optional.of("there is no " + jar);
    }

    @Test
    void aCommandThatDoesNotExistWouldBeSeen() {
        assertThat(fault(new Command("", Pages.ROOT, "./sightglass fly"))).isPresent();
        assertThat(fault(new Command("", Pages.ROOT, "./sightglass status --yaml"))).isPresent();
        assertThat(fault(new Command("", Pages.ROOT, "mvn verify -pl no-such-module"))).isPresent();
        assertThat(fault(new Command("", Pages.ROOT, "mvn verify -Dtest=NoSuchTest"))).isPresent();
        assertThat(fault(new Command("", Pages.ROOT, "java -jar no/such.jar"))).isPresent();
        assertThat(fault(new Command("", Pages.ROOT, "./sightglass status --json"))).isEmpty();
    }

    @Test
    void theReadmeNamesEveryCommand() {
        var readme = Pages.page("README.md").text();
        var commands = Program.run(Program.jar("client-service/target/sightglass.jar", "--help")).output()
            .replaceAll("(?s).*\\nCommands:\\R", "").lines().takeWhile(line -> line.startsWith("  "))
            .filter(line -> line.matches("  [a-z]+ .*")).map(line -> line.strip().split(" ", 2)[0]).toList();

        assertThat(commands).contains("run", "status").allMatch(name -> readme.contains("`" + name));
    }
}
