package dev.sightglass.client.intake;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Names that programs give to files that are not finished, or not meant for us. */
final class TemporaryNames {

    private static final Set<String> WHOLE = Set.of("thumbs.db", "desktop.ini");
    private static final List<String> BEGINNINGS = List.of(".", "~", "#");
    private static final List<String> ENDINGS =
        List.of(".tmp", ".temp", ".part", ".partial", ".crdownload", ".download", ".filepart", ".inprogress", ".swp",
            ".swo", ".swx", ".lock", ".lck", ".bak", "~", ReasonFile.ENDING);

    private TemporaryNames() {}

    static boolean includes(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return WHOLE.contains(lower) || hasBeginning(lower) || ENDINGS.stream().anyMatch(lower::endsWith);
    }

    /** One dot hides a file; two are somebody's idea of a name. */
    private static boolean hasBeginning(String name) {
        return !name.startsWith("..") && BEGINNINGS.stream().anyMatch(name::startsWith);
    }
}
