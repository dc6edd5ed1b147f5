package dev.sightglass.durability.power;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The library that stands between a process and the files that it writes; its source says what it does. */
final class Shim {

    private static final String SOURCE = "powercut.c";

    private Shim() {}

    /** A C compiler of this machine, if there is one, and if the machine is one that the library is made for. */
    static Optional<Path> compiler() {
        if (!System.getProperty("os.name").equals("Linux")) {
            return Optional.empty();
        }
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
            .flatMap(folder -> Stream.of("cc", "gcc", "clang").map(name -> Path.of(folder, name)))
            .filter(Files::isExecutable).findFirst();
    }

    /** Compiles the library into a folder. */
    static Path compile(Path compiler, Path folder) throws IOException, InterruptedException {
        var source = folder.resolve(SOURCE);
        try (var stored = Objects.requireNonNull(Shim.class.getResourceAsStream(SOURCE), SOURCE)) {
            Files.copy(stored, source);
        }
        var library = folder.resolve("powercut.so");
        var process = new ProcessBuilder(compiler.toString(), "-O2", "-shared", "-fPIC", "-o", library.toString(),
            source.toString(), "-ldl").inheritIO().start();
        if (process.waitFor() != 0) {
            throw new IOException(SOURCE + " does not compile; what the compiler said stands above");
        }
        return library;
    }

    /** The environment in which a process is watched. */
    static Map<String, String> environment(Path library, Path root, Path log) {
        return Map.of("LD_PRELOAD", library.toString(), "POWERCUT_ROOT", root.toString(), "POWERCUT_LOG",
            log.toString());
    }
}
