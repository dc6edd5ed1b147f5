package dev.sightglass.durability.stage;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What all long forms have in common: a seed, a folder that stays when something is wrong, and a verdict. */
public abstract class StormCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec command;

    @Option(names = "--seed", description = "Of all that is left to chance; default: a new one, which is printed.")
    private long seed = RandomGenerator.getDefault().nextInt(Integer.MAX_VALUE);

    @Option(names = "--keep", description = "Keep the folder even when nothing is wrong.")
    private boolean keep;

    /**
     * Does it.
     *
     * @param folder an empty one
     * @return what is wrong, in words; empty when nothing is
     */
    protected abstract List<String> run(long seed, Path folder, PrintStream out) throws Exception;

    @Override
    public final Integer call() throws Exception {
        var out = System.out;
        var folder = Files.createTempDirectory("sightglass-" + command.name() + "-");
        out.println("Working in " + folder);
        var faults = run(seed, folder, out);
        faults.forEach(fault -> out.println("WRONG: " + fault));
        out.println(faults.isEmpty() ? "Nothing is lost, nothing is doubled, nothing is left over." : "FAILED");
        if (faults.isEmpty() && !keep) {
            Stage.remove(folder);
        }
        return faults.isEmpty() ? 0 : 1;
    }
}
