package dev.sightglass.client.intake;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** Why a file is where it is: the rules of taking files, asked for one of them, in the order in which a listing asks. */
final class FileExplanation {

    private final List<DropFolder> folders;

    FileExplanation(List<DropFolder> folders) {
        this.folders = folders;
    }

    /** Says in one sentence what becomes of the file at this path now. */
    String of(Path path) {
        var file = path.toAbsolutePath().normalize();
        return folders.stream().filter(folder -> file.startsWith(folder.plan().root()))
            .max(Comparator.comparingInt(folder -> folder.plan().root().getNameCount()))
            .map(folder -> "folder " + folder.name() + ": " + in(folder, file))
            .orElseGet(() -> "it is in no drop folder; there are "
                + folders.stream().map(folder -> folder.plan().root().toString()).sorted().toList());
    }

    private static String in(DropFolder folder, Path file) {
        var plan = folder.plan();
        var name = file.getFileName().toString();
        if (plan.excluded().stream().anyMatch(file::startsWith)) {
            return "files here are settled and not taken again; drop it into " + plan.root() + " to have it taken";
        }
        if (!plan.recursive() && !plan.root().equals(file.getParent())) {
            return "sub-folders are not searched; set recursive: true for this folder";
        }
        if (TemporaryNames.includes(name)) {
            return "its name is that of a file that is hidden or not finished; rename it when it is";
        }
        if (plan.doneFile() != null && plan.doneFile().includes(name)) {
            return "its name says of another file that it is finished";
        }
        if (!plan.patterns().match(name)) {
            return "its name does not fit the folder's pattern; rename it or change pattern";
        }
        return onDisk(folder, file);
    }

    private static String onDisk(DropFolder folder, Path file) {
        var plan = folder.plan();
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return "no such file is there now";
        }
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return "it is a link or no regular file, and neither is followed; drop the file itself";
        }
        if (!Files.isReadable(file)) {
            return "it cannot be read by this service; give it the right to";
        }
        if (plan.doneFile() != null && !Files.exists(plan.doneFile().of(file))) {
            return "it waits for " + plan.doneFile().of(file).getFileName() + ", which says that it is finished";
        }
        var status = folder.status();
        var state = "the folder is " + status.state() + (status.reason().isEmpty() ? "" : ": " + status.reason());
        return "it is taken when its size and time have not changed for " + plan.quiet().toMillis() + " ms and "
            + (status.pending() + status.inFlight()) + " files before it have had their turn; " + state;
    }
}
